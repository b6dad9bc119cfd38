import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, beforeEach, mock, test } from 'node:test'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { openHouse } from '#lib/floor/testing/house.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { lastAsk } from '#lib/orders/book/last-ask.ts'
import { describeOrder } from '#lib/orders/book/order-book.ts'
import { deleteOrder } from '#lib/orders/delete-order.ts'
import { submitOrder } from '#lib/orders/submit-order.ts'
import { draft, hangingKeys, stateOf, waiter } from '#lib/orders/testing/evening.ts'
import { now } from '#lib/runtime/clock.ts'
import { watchPayments } from './watch-payments.ts'

const house = await openHouse()
let guests = 0
let spotId = 0

const add = mock.method(floorWatch(), 'add')

before(() => {
  floorWatch().look()
  watchPayments()
})

beforeEach(async () => {
  guests += 1
  spotId = await house.scan(guest(), `TABLE${guests}`)
})

const guest = () => `guest${guests}`

const submit = (minor: number) =>
  submitOrder({ intentId: randomUUID(), spotId, draft: draft(minor), actor: waiter.actor })

/** Waits, as a screen does, until the order is so. */
async function becomes(order: Order, is: (present: Order) => boolean): Promise<Order> {
  const { hub } = await liveFloor()
  const db = await database()
  for (;;) {
    const changed = new Promise<void>((resolve) => hub.onNextChange(resolve))
    const present = await describeOrder(db, order.id)
    if (is(present)) return present
    floorWatch().readSoon('payments')
    await changed
  }
}

test('a payment that the guest reserves is seen, with the verdict that it is equal', async () => {
  const order = await submit(1290)
  await house.control('reserve', { guest: guest(), transactionKey: order.transactionKey })
  const held = await becomes(order, ({ status }) => status === 'reserved')
  assert.deepEqual(held.verdict, { equal: true, differences: [] })
  const tile = (await liveFloor()).hub.current().tiles.find((one) => one.spot?.id === spotId)
  assert.equal(tile?.heldMinor, 1290)
})

test('law 1: a reserved payment of another amount is shown with both amounts', async () => {
  const order = await submit(1290)
  const { transactionKey } = order
  await house.control('reserve', { guest: guest(), transactionKey })
  await house.control('force', { transactionKey, priceMinor: 129 })
  const held = await becomes(order, ({ verdict }) => verdict !== undefined)
  assert.deepEqual(held.verdict?.differences, [{ what: 'amount', expected: '1290', found: '129' }])
})

test('a refused and an expired payment close their orders, each as what it is', async () => {
  const refused = await submit(500)
  await house.control('reject', { guest: guest(), transactionKey: refused.transactionKey })
  assert.equal((await becomes(refused, ({ status }) => status === 'closed')).closedAs, 'refused')

  const expired = await submit(600)
  await house.control('reserve', { guest: guest(), transactionKey: expired.transactionKey })
  await house.control('expire', { transactionKey: expired.transactionKey })
  assert.equal((await becomes(expired, ({ status }) => status === 'closed')).closedAs, 'expired')
})

test('law 4: a creation that was delivered twice leaves no transaction that no order carries', async () => {
  const match = { method: 'POST', path: '/rest/v1/transaction$' }
  await house.control('faults', { match, times: 1, kind: 'twice' })
  const order = await submit(700)
  assert.equal(hangingKeys(await stateOf(house)).length, 1)
  await house.control('reserve', { guest: guest(), transactionKey: order.transactionKey })
  await becomes(order, ({ status }) => status === 'reserved')
  // The reading that saw the payment goes on to end what is left over; the next act at the spot waits for it.
  await submit(800)
  assert.deepEqual(hangingKeys(await stateOf(house)), [])
})

test('a guest who pays while a deletion waits drops it as soon as the payment is seen, and the order says so', async () => {
  const order = await submit(500)
  const { id: orderId, version, transactionKey } = order
  const deleting = await deleteOrder({ orderId, version, reason: 'Typed wrong', ...waiter })
  const dueAt = deleting.work?.dueAt ?? 0
  assert.ok(dueAt > now() + 5000)
  await house.control('reserve', { guest: guest(), transactionKey })
  const kept = await becomes(order, ({ work }) => work === undefined)
  assert.ok(now() < dueAt, 'the countdown has not ended yet')
  assert.equal(kept.status, 'reserved')
  assert.equal(kept.notice, 'deletion_dropped')
})

test('law 11: an unknown word for a payment leaves the order payable and breaks nothing', async () => {
  const order = await submit(900)
  await house.control('force', { transactionKey: order.transactionKey, status: 'pondering' })
  await house.control('reserve', {
    guest: guest(),
    transactionKey: (await submit(100)).transactionKey,
  })
  const other = await submit(50)
  assert.equal((await becomes(other, () => true)).status, 'pending')
  assert.equal((await describeOrder(await database(), order.id)).status, 'pending')
})

test('the payment of an order just asked is looked for soon, however long others have been waiting', async () => {
  const payments = add.mock.calls[0]?.arguments[0]
  await submit(300)
  const db = await database()
  await db
    .updateTable('order_transactions')
    .set({ created_at: Date.now() - 3_600_000 })
    .execute()
  lastAsk().at = 0
  await payments?.read()
  assert.ok((payments?.intervalMs(true) ?? 0) > 10_000)
  await submit(400)
  assert.ok((payments?.intervalMs(true) ?? Infinity) < 10_000)
})
