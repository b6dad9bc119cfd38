import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { beforeEach, test } from 'node:test'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { openHouse } from '#lib/floor/testing/house.ts'
import { describeOrder } from '#lib/orders/book/order-book.ts'
import { offersOf } from '#lib/orders/book/transactions.ts'
import { offerAgain } from '#lib/orders/offer-again.ts'
import { countedReductions } from '#lib/orders/reductions.ts'
import { submitOrder } from '#lib/orders/submit-order.ts'
import { draft, manager, waiter } from '#lib/orders/testing/evening.ts'
import { confirmPayment } from './confirm-payment.ts'
import { declinePayment } from './decline-payment.ts'
import { followTransactions } from './follow-transactions.ts'

const house = await openHouse()
let tables = 0
let spotId = 0

beforeEach(async () => {
  tables += 1
  spotId = await house.scan(guest(), `TABLE${tables}`)
})

const guest = () => `guest${tables}`

test('law 1: a manager who accepts a difference accepts the one that was on the screen, and no other', async () => {
  const seen = await reserve(1290, { priceMinor: 1200 })
  assert.equal(seen.verdict?.equal, false)
  await house.control('force', { transactionKey: seen.transactionKey, priceMinor: 100 })
  const tap = { ...about(seen), judged: seen.judged, acceptsDifferences: true }
  await assert.rejects(
    confirmPayment({ ...tap, ...manager }),
    (error: { code: string; members: { order: Order } }) => {
      assert.equal(error.code, 'conflict')
      const { status, verdict, judged } = error.members.order
      assert.equal(status, 'reserved')
      assert.deepEqual(verdict?.differences, [{ what: 'amount', expected: '1290', found: '100' }])
      assert.notEqual(judged, seen.judged)
      return true
    },
  )
  assert.equal(await statusOf(seen), 'reserved')
  const { judged } = await present(seen)
  const taken = await confirmPayment({ ...tap, judged, ...manager })
  assert.deepEqual([taken.status, taken.heldMinor, taken.takenMinor], ['confirmed', 100, 100])
})

test('a payment that is as it was seen is confirmed by its name, and anything else keeps it held', async () => {
  const seen = await reserve(700)
  const wrong = { ...about(seen), judged: 'something else' }
  await assert.rejects(confirmPayment({ ...wrong, ...waiter }), { code: 'conflict' })
  assert.equal(await statusOf(seen), 'reserved')
  const { status } = await confirmPayment({ ...about(seen), judged: seen.judged, ...waiter })
  assert.equal(status, 'confirmed')
})

test('less than is held can be confirmed, and the order keeps what was asked, held and taken', async () => {
  const seen = await reserve(1290)
  const less = { ...about(seen), judged: seen.judged, amountMinor: 900, reason: 'Cold soup' }
  await assert.rejects(confirmPayment({ ...less, ...staff }), { code: 'forbidden' })
  for (const amountMinor of [1290, 1291]) {
    await assert.rejects(confirmPayment({ ...less, amountMinor, ...manager }), { code: 'invalid' })
  }
  assert.equal(await statusOf(seen), 'reserved')

  const taken = await confirmPayment({ ...less, ...manager })
  assert.deepEqual(
    [taken.status, taken.totalMinor, taken.heldMinor, taken.takenMinor, taken.decidedBy],
    ['confirmed', 1290, 1290, 900, 'Manager'],
  )
  const { status, payments } = await wallet().getTransaction(seen.transactionKey ?? '')
  assert.deepEqual([status, payments.map(({ priceMinor }) => priceMinor)], ['confirmed', [900]])
  const tile = (await liveFloor()).hub.current().tiles.find(({ spot }) => spot?.id === spotId)
  assert.equal(tile?.receivedMinor, 900)
  assert.partialDeepStrictEqual(await trailOf(seen, 'order.confirm'), [
    { amountMinor: 1290 },
    { amountMinor: 1291 },
    { amountMinor: 900, totalMinor: 1290, reason: 'Cold soup' },
  ])
  assert.deepEqual(await reductionsOf(seen), [['lowered', 390, 'Cold soup', 'Manager']])
})

test('law 10: what is taken less counts against the limit of the visit, above which it takes a manager', async () => {
  const first = await reserve(2000)
  const second = await reserve(2000)
  const reason = 'Cold soup'
  await confirmPayment({ ...about(first), amountMinor: 1400, reason, ...waiter })
  const less = { ...about(second), reason }
  await assert.rejects(confirmPayment({ ...less, amountMinor: 1599, ...waiter }), {
    code: 'manager_required',
  })
  assert.equal(await statusOf(second), 'reserved')
  await confirmPayment({ ...less, amountMinor: 1599, ...manager })
  assert.deepEqual(await reductionsOf(second), [['lowered', 401, reason, 'Manager']])
})

test('nothing counts as taken less where the payment turns out to be confirmed in full or given back', async () => {
  const full = await reserve(1290)
  await wallet().confirmTransaction(full.transactionKey ?? '')
  const less = { amountMinor: 900, reason: 'Cold soup', ...manager }
  assert.equal((await confirmPayment({ ...about(full), ...less })).takenMinor, 1290)
  assert.deepEqual(await reductionsOf(full), [])

  const gone = await reserve(1290)
  await house.control('expire', { transactionKey: gone.transactionKey })
  await assert.rejects(confirmPayment({ ...about(gone), ...less }), { code: 'conflict' })
  assert.deepEqual(await reductionsOf(gone), [])
})

test('whoever names an amount decides about the amount, and about no other difference', async () => {
  const seen = await reserve(1290, { priceMinor: 1500, currency: 'USD' })
  const less = { ...about(seen), amountMinor: 1290, reason: 'Typed wrong' }
  await assert.rejects(confirmPayment({ ...less, ...manager }), { code: 'conflict' })
  await house.control('force', { transactionKey: seen.transactionKey, currency: 'EUR' })
  assert.equal((await confirmPayment({ ...less, ...manager })).takenMinor, 1290)
  assert.deepEqual(await reductionsOf(seen), [], 'it is what the guest was asked for')
})

test('of two people of whom one confirms and one declines, one is right and both see the same', async () => {
  for (const confirmsFirst of [true, false, true, false]) {
    const seen = await reserve(500)
    const confirm = () => confirmPayment({ ...about(seen), judged: seen.judged, ...waiter })
    const decline = () =>
      declinePayment({ orderId: seen.id, reason: 'wrong', actor: manager.actor })
    const both = confirmsFirst ? [confirm(), decline()] : [decline(), confirm()]
    const seenBy = await Promise.all(
      both.map((one) =>
        one.catch((error: { code: string; members: { order: Order } }) => {
          assert.equal(error.code, 'conflict')
          return error.members.order
        }),
      ),
    )
    assert.deepEqual(seenBy[0], seenBy[1])
    const [{ status, closedAs } = seen] = seenBy
    assert.equal(closedAs ?? status, confirmsFirst ? 'confirmed' : 'declined')
    assert.equal(await statusOf(seen), confirmsFirst ? 'confirmed' : 'revoked')
  }
})

test('a decline keeps its reason, and the order that is asked again keeps its old key', async () => {
  const seen = await reserve(800)
  const { id: orderId, transactionKey: oldKey } = seen
  const declined = await declinePayment({ orderId, reason: 'Wrong table', actor: manager.actor })
  assert.deepEqual([declined.closedAs, declined.decidedBy], ['declined', 'Manager'])
  assert.partialDeepStrictEqual(await trailOf(seen, 'order.decline'), [{ reason: 'Wrong table' }])

  const asking = { intentId: randomUUID(), orderId, version: declined.version, draft: undefined }
  const again = await offerAgain({ ...asking, ...waiter })
  assert.equal(again.status, 'pending')
  assert.deepEqual([again.decidedAt, again.decidedBy, again.heldMinor], Array(3).fill(undefined))
  const keys = (await offersOf(await database(), orderId)).map((offer) => offer.transaction_key)
  assert.deepEqual(new Set(keys), new Set([oldKey, again.transactionKey]))
  assert.partialDeepStrictEqual(await trailOf(seen, 'order.offer'), [{ endedKey: oldKey }])
})

const staff = {
  ...waiter,
  may: (permission: string) => permission !== 'confirm_less' && permission !== 'confirm_unequal',
}

function about({ id: orderId, version }: Order) {
  return { orderId, version }
}

/** An order that its guest has reserved, as it is on the screens then. */
async function reserve(
  amountMinor: number,
  forced?: { priceMinor?: number; currency?: string },
): Promise<Order> {
  const order = await submitOrder({
    intentId: randomUUID(),
    spotId,
    draft: draft(amountMinor),
    actor: waiter.actor,
  })
  const { transactionKey = '' } = order
  if (forced) await house.control('force', { transactionKey, ...forced })
  await house.control('reserve', { guest: guest(), transactionKey })
  await followTransactions(await database(), [await wallet().getTransaction(transactionKey)])
  return present(order)
}

async function present({ id }: Order): Promise<Order> {
  return describeOrder(await database(), id)
}

async function statusOf({ transactionKey = '' }: Order): Promise<string> {
  return (await wallet().getTransaction(transactionKey)).status
}

/** What counts as asked less of an order. */
async function reductionsOf({ id }: Order): Promise<unknown[][]> {
  const rows = await countedReductions(await database())
    .select(['kind', 'amount_minor', 'reason', 'made_by'])
    .where('reductions.order_id', '=', id)
    .execute()
  return rows.map((row) => Object.values(row))
}

/** What the trail says of an act on an order when somebody asked for it. */
async function trailOf({ id }: Order, act: string): Promise<unknown[]> {
  const rows = await (
    await database()
  )
    .selectFrom('audit')
    .select('detail')
    .where('subject', '=', `order ${id}`)
    .where('act', '=', act)
    .where('outcome', '=', 'asked')
    .orderBy('sequence')
    .execute()
  return rows.map(({ detail }) => JSON.parse(detail))
}
