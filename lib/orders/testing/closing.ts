import 'server-only'
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { confirmPayment } from '#lib/payments/confirm-payment.ts'
import { settleOtherwise } from '#lib/payments/settle-otherwise.ts'
import { saveSettings } from '#lib/settings/settings.ts'
import { describeSpot } from '../book/describe-spot.ts'
import { describeOrder } from '../book/order-book.ts'
import { keepOpen, replanClosings, watchSettled } from '../close-settled.ts'
import { closeSpot, closing } from '../close-spot.ts'
import { deleteOrder } from '../delete-order.ts'
import { carryOnInTurn } from '../intents/carry-out.ts'
import { getIntent } from '../intents/intents.ts'
import { plannedClosing } from '../planned-closing.ts'
import { manager, waiter } from './evening.ts'
import { tablesOf } from './tables.ts'

const MINUTE_MS = 60_000

async function present({ id }: Order): Promise<Order> {
  return describeOrder(await database(), id)
}

async function closeAfter(minutes: number): Promise<void> {
  await saveSettings(await database(), manager.actor, { closeSettledAfterMinutes: minutes })
  await replanClosings()
}

/** Freeing a spot by hand, with all that ends with it, and by the house's own rule. */
export function testClosing(house: House): void {
  const table = tablesOf(house, 'CLOSING')
  before(() => watchSettled())

  const close = (endsUnpaid: boolean, who: typeof waiter | typeof manager = manager) =>
    closeSpot({ spotId: table().spotId, endsUnpaid, ...who })
  const pay = async (order: Order) => {
    await table().reserve(order)
    const { id: orderId, version } = order
    await confirmPayment({ orderId, version, acceptsDifferences: false, ...waiter })
  }
  const planned = async () => plannedClosing(await database(), table().spotId)
  /** As if the time of the closing had come. */
  const due = async () => {
    const db = await database()
    const intent = (await planned()) ?? assert.fail('nothing is planned')
    await db.updateTable('intents').set({ not_before: 1 }).where('id', '=', intent.id).execute()
    await carryOnInTurn(db, intent, { close: closing })
    return getIntent(db, intent.id)
  }
  /** What a tile that was drawn leads to comes after it. */
  const untilPlanned = async (isPlanned: boolean) => {
    const { hub } = await liveFloor()
    for (;;) {
      const changed = new Promise<void>((resolve) => hub.onNextChange(resolve))
      const tile = hub.current().tiles.find(({ spot }) => spot?.id === table().spotId)
      if ((tile?.closesAt !== undefined) === isPlanned) return tile
      await changed
    }
  }

  test('closing lists all that ends with it, and what is about to be deleted stays to be undone until somebody agrees', async () => {
    const unpaid = await table().submit(900)
    const going = await table().submit(300)
    await deleteOrder({ orderId: going.id, version: 1, reason: 'Typed wrong', ...waiter })
    const refusal = await close(false).catch((error: unknown) => error)
    assert.ok(refusal instanceof Error && 'members' in refusal)
    assert.partialDeepStrictEqual(refusal.members, {
      ends: [
        { orderId: unpaid.id, status: 'pending', totalMinor: 900, currency: 'EUR' },
        { orderId: going.id, totalMinor: 300, work: { act: 'delete', outcome: 'scheduled' } },
      ],
    })
    assert.equal((await present(going)).work?.outcome, 'scheduled')
    await assert.rejects(close(true, waiter), { code: 'forbidden' })
    assert.equal((await present(going)).work?.outcome, 'scheduled')

    assert.equal(await close(true), true)
    assert.equal((await present(unpaid)).closedAs, 'ended_with_spot')
    assert.equal((await present(going)).closedAs, 'deleted')
    await table().nothingHangs()
  })

  test('law 4: nothing is closed while money is held, whoever asks', async () => {
    const order = await table().submit(900)
    await table().reserve(order)
    await assert.rejects(close(true), { code: 'conflict' })
    assert.equal((await readSpot(table().spotId, 'person'))?.status, 'open')
    assert.equal((await present(order)).status, 'reserved')
  })

  test('a settled spot is announced to close by itself, and closes when its time has come', async () => {
    await closeAfter(5)
    const order = await table().submit(900)
    await pay(order)
    const tile = await untilPlanned(true)
    const inMs = (tile?.closesAt ?? 0) - Date.now()
    assert.ok(inMs > 4 * MINUTE_MS && inMs <= 5 * MINUTE_MS)
    assert.equal(tile?.unsettled, 0, 'it is nothing that is still open')
    assert.equal((await due()).state, 'done')
    assert.equal((await readSpot(table().spotId, 'person'))?.status, 'closed')
    const db = await database()
    const trail = await db
      .selectFrom('audit')
      .select(['actor_name', 'outcome', 'detail'])
      .where('subject', '=', `spot ${table().spotId}`)
      .orderBy('sequence')
      .execute()
    assert.deepEqual(
      trail.map(({ actor_name: who, outcome }) => [who, outcome]),
      [
        ['Spotboard', 'asked'],
        ['Spotboard', 'done'],
      ],
    )
    assert.partialDeepStrictEqual(JSON.parse(trail[0]?.detail ?? ''), { rule: 'close settled' })
    await closeAfter(0)
  })

  test('one tap keeps a spot open for the whole visit, whoever taps and however often', async () => {
    await closeAfter(5)
    await pay(await table().submit(900))
    await untilPlanned(true)
    await keepOpen(table().spotId, waiter.actor)
    await keepOpen(table().spotId, manager.actor)
    assert.equal(await planned(), undefined)
    await pay(await table().submit(300))
    assert.equal(await planned(), undefined)
    const { spotId } = table()
    assert.equal((await describeSpot(spotId)).closesAt, undefined)
    await closeAfter(0)
  })

  test('an order that is asked for meanwhile takes it back, and once that is paid it is planned anew', async () => {
    await closeAfter(5)
    await pay(await table().submit(900))
    await untilPlanned(true)
    const order = await table().submit(300)
    await untilPlanned(false)
    assert.equal(await planned(), undefined)
    await settleOtherwise({
      orderId: order.id,
      settlement: { with: 'cash' },
      actor: waiter.actor,
    })
    await untilPlanned(true)
    await closeAfter(0)
    assert.equal(await planned(), undefined, 'turned off, nothing closes any more')
    await assert.rejects(keepOpen(table().spotId, waiter.actor), { code: 'conflict' })
  })

  test('law 6: guests who sat down unseen before its time are not closed by it', async () => {
    await closeAfter(5)
    await pay(await table().submit(900))
    await untilPlanned(true)
    await house.control('leave', { guest: table().guest })
    const identifier = (await describeSpot(table().spotId)).identifier ?? ''
    await house.scan(`next ${table().guest}`, identifier)
    const ended = await due()
    assert.equal(ended.state, 'failed')
    assert.equal((await readSpot(table().spotId, 'person'))?.status, 'waiting')
    await closeAfter(0)
  })

  test('what the wallet refuses to close is left to people', async () => {
    await closeAfter(5)
    await pay(await table().submit(900))
    await untilPlanned(true)
    await house.control('faults', {
      match: { method: 'PUT', path: '/close$' },
      times: 1,
      kind: 'status_before',
      status: 403,
      body: JSON.stringify({ error: 'rights_not_granted' }),
    })
    assert.equal((await due()).state, 'failed')
    await replanClosings()
    assert.equal(await planned(), undefined)
    assert.equal(await close(false, waiter), true)
    await closeAfter(0)
  })
}
