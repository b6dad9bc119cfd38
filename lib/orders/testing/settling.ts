import 'server-only'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { readSpot, watchSpots } from '#lib/floor/read-spots.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { declinePayment } from '#lib/payments/decline-payment.ts'
import { settleOtherwise } from '#lib/payments/settle-otherwise.ts'
import { watchIntents } from '../intents/carry-on.ts'
import { runningOn } from '../intents/intents.ts'
import { wakeAct } from '../intents/turn.ts'
import { closeSpot } from '../close-spot.ts'
import { manager, settled, until, waiter } from './evening.ts'
import { tablesOf } from './tables.ts'

const FAR_MS = 600_000

function take({ id: orderId }: Order): Promise<Order> {
  return settleOtherwise({ orderId, settlement: { with: 'cash' }, actor: waiter.actor })
}

/** Orders that are paid in cash or by card, and what becomes of them in the app. */
export function testSettling(house: House): void {
  const table = tablesOf(house, 'SETTLED')
  const goAway = (path: string) =>
    house.control('faults', { match: { path }, times: 1000, kind: 'refuse' })
  const comeBack = () => house.control('calm', {})
  const moneyNow = async () => {
    const { tiles } = (await liveFloor()).hub.current()
    const tile = tiles.find(({ spot }) => spot?.id === table().spotId)
    return [tile?.unpaidMinor, tile?.heldMinor, tile?.receivedMinor]
  }

  test('law 9: cash taken while the wallet is away is recorded at once, and withdrawn first thing when it is back', async () => {
    const order = await table().submit(900)
    watchSpots()
    watchIntents()
    await goAway('^/rest/')
    const taken = await take(order)
    assert.deepEqual(
      [taken.settledWith, taken.work?.act, taken.work?.outcome],
      ['cash', 'settle', 'waiting'],
    )
    assert.deepEqual(await moneyNow(), [0, 0, 900])
    floorWatch().look()
    await untilAway()
    // As after a long outage, its own next try is not due for a while.
    const { id } = (await runningOn(await database(), order.id)) ?? assert.fail()
    wakeAct(id, FAR_MS, () => Promise.resolve())
    await comeBack()
    await readSpot(table().spotId, 'person')
    assert.equal((await settled(order.id)).closedAs, 'settled')
    assert.deepEqual(await table().payable(), [])
    await table().nothingHangs()
  })

  test('law 9: where the guest held the money meanwhile a person is told to decline, and nothing is closed over it', async () => {
    const order = await table().submit(900)
    await goAway(`/transaction/${order.transactionKey}`)
    assert.equal((await take(order)).work?.outcome, 'waiting')
    await table().reserve(order)
    await comeBack()
    const twice = await until(order.id, ({ work }) => work === undefined)
    assert.deepEqual(
      [twice.status, twice.settledWith, twice.notice],
      ['reserved', 'cash', 'paid_twice'],
    )
    assert.deepEqual(await moneyNow(), [0, 900, 0])
    const { spotId } = table()
    await assert.rejects(closeSpot({ spotId, endsUnpaid: true, ...manager }), { code: 'conflict' })

    const declined = await declinePayment({
      orderId: order.id,
      reason: 'Paid in cash',
      actor: manager.actor,
    })
    assert.deepEqual([declined.closedAs, declined.notice], ['settled', undefined])
    assert.deepEqual(await moneyNow(), [0, 0, 900])
    await table().nothingHangs()
  })

  test('cash is not taken for what the guest pays in the app just then, and nothing says that it was', async () => {
    const order = await table().submit(900)
    await table().reserve(order)
    await assert.rejects(take(order), { code: 'conflict' })
    const present = await settled(order.id)
    assert.deepEqual([present.status, present.settledWith], ['reserved', undefined])
    await assert.rejects(take(order), { code: 'conflict' })
  })
}

async function untilAway(): Promise<void> {
  const { hub } = await liveFloor()
  for (;;) {
    const changed = new Promise<void>((resolve) => hub.onNextChange(resolve))
    if (hub.current().trouble !== null) return
    await changed
  }
}
