import 'server-only'
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import type { Departure, DepartureAnswer } from '#contract/departure.ts'
import { tileState } from '#contract/floor.ts'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { followTransactions } from '#lib/payments/follow-transactions.ts'
import { answerDeparture } from '../answer-departure.ts'
import { describeSpot } from '../book/describe-spot.ts'
import { describeOrder } from '../book/order-book.ts'
import { closeSpot } from '../close-spot.ts'
import { offerAgain } from '../offer-again.ts'
import { countedReductions } from '../reductions.ts'
import { manager, payableKeys, stateOf, waiter } from './evening.ts'
import { tablesOf } from './tables.ts'

async function present({ id }: Order): Promise<Order> {
  return describeOrder(await database(), id)
}

async function readPaymentOf({ transactionKey = '' }: Order): Promise<void> {
  await followTransactions(await database(), [await wallet().getTransaction(transactionKey)])
}

/** A wallet that withdraws what is unpaid when guests check out: it is asked about all the same (law 6). */
export function testWithdrawn(house: House): void {
  const table = tablesOf(house, 'WITHDRAWN')
  let targets = 0

  beforeEach(() => house.control('settings', { revokeOnClose: true }))
  afterEach(() => house.control('settings', { revokeOnClose: false }))

  const departures = async () => (await describeSpot(table().spotId)).departures
  const departure = async () => (await departures())[0] ?? assert.fail('nobody is asked about')
  const tileNow = async () => {
    const { tiles } = (await liveFloor()).hub.current()
    return tiles.find(({ spot }) => spot?.id === table().spotId) ?? assert.fail('no tile')
  }
  const say = (
    { visitId, version }: Departure,
    saying: object,
    who: typeof waiter | typeof manager = waiter,
  ) =>
    answerDeparture({
      spotId: table().spotId,
      version,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      answered: { visitId, ...saying } as DepartureAnswer,
      ...who,
    })
  /** The guests check out, and the wallet ends their order with that. */
  const leave = async (order: Order): Promise<Departure> => {
    await house.control('leave', { guest: table().guest })
    await readSpot(table().spotId, 'person')
    await readPaymentOf(order)
    assert.equal((await present(order)).closedAs, 'ended_by_wallet')
    return departure()
  }

  test('whichever is read first, guests who left with such an order are asked about, and the tile says what they owe', async () => {
    const order = await table().submit(900)
    await house.control('leave', { guest: table().guest })
    await readPaymentOf(order)
    assert.deepEqual(await departures(), [], 'nobody knows yet that they have left')
    await readSpot(table().spotId, 'person')
    const left = await departure()
    assert.deepEqual([left.orderIds, left.withdrawnMinor], [[order.id], 900])
    const tile = await tileNow()
    assert.deepEqual([tileState(tile), tile.unpaidMinor], ['left', 900])
    const { orders } = await describeSpot(table().spotId)
    assert.deepEqual(
      orders.map(({ id, closedAs }) => [id, closedAs]),
      [[order.id, 'ended_by_wallet']],
    )
  })

  test('that they are gone is an alarm, and what is written off carries a reason and ends it', async () => {
    const order = await table().submit(900)
    await say(await leave(order), { answer: 'gone' })
    assert.equal(tileState(await tileNow()), 'gone')
    await say(await departure(), { answer: 'written_off', reason: 'Left without paying' })
    assert.equal((await present(order)).closedAs, 'written_off')
    const lowered = await countedReductions(await database())
      .select(['kind', 'amount_minor', 'reason', 'made_by'])
      .where('reductions.order_id', '=', order.id)
      .execute()
    assert.deepEqual(
      lowered.map((row) => Object.values(row)),
      [['write_off', 900, 'Left without paying', 'Waiter']],
    )
    assert.deepEqual(await departures(), [])
    assert.deepEqual([tileState(await tileNow()), (await tileNow()).unpaidMinor], ['free', 0])
  })

  test('law 10: above the limit of the visit a manager writes it off', async () => {
    const order = await table().submit(1001)
    const writesOff = { answer: 'written_off', reason: 'Left without paying' }
    await assert.rejects(say(await leave(order), writesOff), { code: 'manager_required' })
    assert.equal((await present(order)).closedAs, 'ended_by_wallet')
    await say(await departure(), writesOff, manager)
    assert.deepEqual(await departures(), [])
  })

  test('law 2: moved to where they are now it is asked there once', async () => {
    targets += 1
    const target = await house.scan(`moved guest ${targets}`, `WITHDRAWN TO ${targets}`)
    await readSpot(target, 'person')
    const order = await table().submit(900)
    await say(await leave(order), { answer: 'moved', spotId: target })
    assert.equal((await present(order)).closedAs, 'moved')
    assert.deepEqual(await departures(), [])
    const there = (await describeSpot(target)).orders
    assert.deepEqual(
      there.map(({ totalMinor, status, fromOrderId }) => [totalMinor, status, fromOrderId]),
      [[900, 'pending', order.id]],
    )
    assert.equal(payableKeys(await stateOf(house), target).length, 1)
    await table().nothingHangs()
  })

  test('where the wallet refuses to ask it there, they are asked about as before', async () => {
    targets += 1
    const target = await house.scan(`moved guest ${targets}`, `WITHDRAWN TO ${targets}`)
    await readSpot(target, 'person')
    const order = await table().submit(900)
    const left = await leave(order)
    await house.control('faults', {
      match: { method: 'POST', path: '/order$' },
      times: 1,
      kind: 'status_before',
      status: 403,
      body: JSON.stringify({ error: 'rights_not_granted' }),
    })
    const moved = say(left, { answer: 'moved', spotId: target })
    await assert.rejects(moved, { code: 'wallet_refused' })
    assert.equal((await present(order)).closedAs, 'ended_by_wallet')
    assert.deepEqual((await departure()).orderIds, [order.id])
    await table().nothingHangs()
  })

  test('once they have checked in again and are asked again, nobody asks about them', async () => {
    const order = await table().submit(900)
    await leave(order)
    await house.control('scan', {
      guest: table().guest,
      code: `PAYSERA*3:${(await tileNow()).name}`,
    })
    await readSpot(table().spotId, 'person')
    assert.equal((await departure()).withdrawnMinor, 900)
    const { id: orderId, version } = order
    const again = { intentId: `again ${orderId}`, orderId, version, draft: undefined }
    assert.equal((await offerAgain({ ...again, ...waiter })).status, 'pending')
    assert.deepEqual(await departures(), [])
  })

  test('what a person has ended with the table is asked about by nobody', async () => {
    const order = await table().submit(900)
    await closeSpot({ spotId: table().spotId, endsUnpaid: true, ...manager })
    await readPaymentOf(order)
    assert.deepEqual(await departures(), [])
    assert.equal(tileState(await tileNow()), 'free')
  })
}
