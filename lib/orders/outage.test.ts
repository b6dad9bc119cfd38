import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { beforeEach, test } from 'node:test'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { openHouse } from '#lib/floor/testing/house.ts'
import { readPayment } from '#lib/payments/follow-payment.ts'
import { settleOtherwise } from '#lib/payments/settle-otherwise.ts'
import { now } from '#lib/runtime/clock.ts'
import { deleteOrder } from './delete-order.ts'
import { editOrder } from './edit-order.ts'
import { offerAgain } from './offer-again.ts'
import { deleteNow } from './put-off-deletion.ts'
import { changeOrder, describeOrder, getOrder } from './book/order-book.ts'
import { ASK_AFTER_MS } from './put-before-guest.ts'
import { submitOrder } from './submit-order.ts'
import { draft, hangingKeys, manager, payableKeys, stateOf, waiter } from './testing/evening.ts'

const house = await openHouse()
let guests = 0
let spotId = 0

beforeEach(async () => {
  guests += 1
  spotId = await house.scan(`guest${guests}`, `TABLE${guests}`)
})

const submit = (minor: number) =>
  submitOrder({ intentId: randomUUID(), spotId, draft: draft(minor), actor: waiter.actor })

/** One call of this kind does not get through; a reading is tried twice before it counts as lost. */
const cutOff = (method: string, path: string) =>
  house.control('faults', {
    match: { method, path },
    times: method === 'GET' ? 2 : 1,
    kind: 'reset_before',
  })

/** What is seen of an order, change by change, until it is so. */
async function seenUntil(order: Order, is: (present: Order) => boolean): Promise<Order[]> {
  const { hub } = await liveFloor()
  const db = await database()
  const seen: Order[] = []
  for (;;) {
    const changed = new Promise<void>((resolve) => hub.onNextChange(resolve))
    const present = await describeOrder(db, order.id)
    seen.push(present)
    if (is(present)) return seen
    await changed
  }
}

async function becomes(order: Order, is: (present: Order) => boolean): Promise<Order> {
  return (await seenUntil(order, is)).at(-1) ?? order
}

/** An order that was changed while the wallet was away for so long that it waits for a person. */
async function changedLongAgo(): Promise<Order> {
  const order = await submit(800)
  const db = await database()
  // Its arrival was found out without its wallet id, so a change asks anew.
  await changeOrder(db, order.id, { wallet_order_id: null })
  await cutOff('POST', '/rest/v1/transaction$')
  const edited = await editOrder({
    intentId: randomUUID(),
    orderId: order.id,
    version: order.version,
    edit: draft(900),
    ...manager,
  })
  assert.equal(edited.work?.act, 'edit')
  await db
    .updateTable('intents')
    .set({ asked_at: now() - ASK_AFTER_MS - 1 })
    .where('order_id', '=', order.id)
    .where('act', '=', 'edit')
    .execute()
  return becomes(order, ({ work }) => work?.outcome === 'asking')
}

test('law 9: what was taken in cash while the wallet is away is no longer unpaid on the floor', async () => {
  const order = await submit(1290)
  await cutOff('GET', `/transaction/${order.transactionKey}`)
  const settlement = { with: 'cash' as const }
  const taken = await settleOtherwise({ orderId: order.id, settlement, actor: waiter.actor })
  assert.deepEqual(
    [taken.status, taken.settledWith, taken.work?.act, taken.work?.outcome],
    ['pending', 'cash', 'settle', 'waiting'],
  )
  const tile = (await liveFloor()).hub.current().tiles.find((one) => one.spot?.id === spotId)
  assert.deepEqual([tile?.unpaidMinor, tile?.receivedMinor], [0, 1290])
  const settled = await becomes(order, ({ work }) => work === undefined)
  assert.equal(settled.closedAs, 'settled')
  assert.deepEqual(payableKeys(await stateOf(house), spotId), [])
})

test('law 9: an outcome that is not known stays so until it is found out, also while nothing can be read', async () => {
  await cutOff('POST', '/order$')
  const asked = await submit(700)
  assert.equal(asked.work?.outcome, 'unknown')
  await cutOff('GET', `/spot/${spotId}`)
  const seen = await seenUntil(asked, ({ work }) => work === undefined)
  assert.equal(seen.at(-1)?.status, 'pending')
  const outcomes = new Set(seen.flatMap(({ work }) => work?.outcome ?? []))
  assert.deepEqual(outcomes, new Set(['unknown']))
})

test('a changed order that waits for a person can be cancelled by hand', async () => {
  const { id: orderId, version } = await changedLongAgo()
  const cancelled = await deleteOrder({ orderId, version, reason: undefined, ...waiter })
  assert.equal(cancelled.closedAs, 'cancelled')
  assert.deepEqual(hangingKeys(await stateOf(house)), [])
})

test('a changed order that waits for a person can be taken in cash', async () => {
  const { id: orderId } = await changedLongAgo()
  const settlement = { with: 'cash' as const }
  const taken = await settleOtherwise({ orderId, settlement, actor: waiter.actor })
  assert.deepEqual([taken.closedAs, taken.settledWith], ['settled', 'cash'])
  assert.deepEqual(hangingKeys(await stateOf(house)), [])
})

test('law 9: a deletion that the wallet refuses after its time to undo is told on the order, which stays', async () => {
  const order = await submit(500)
  const { id: orderId, version } = order
  const putOff = await deleteOrder({ orderId, version, reason: 'Typed wrong', ...waiter })
  assert.equal(putOff.work?.outcome, 'scheduled')
  await house.control('faults', {
    match: { method: 'DELETE', path: '/order/' },
    times: 1,
    kind: 'status_before',
    status: 403,
    body: JSON.stringify({ error: 'rights_not_granted' }),
  })
  const refused = await deleteNow(orderId, waiter.actor)
  assert.deepEqual(
    [refused.status, refused.notice, refused.work],
    ['pending', 'deletion_refused', undefined],
  )
  assert.deepEqual(payableKeys(await stateOf(house), spotId), [order.transactionKey])
})

test('law 10: staff ask again for less than before only with a reason', async () => {
  const order = await submit(1000)
  await house.control('reject', { guest: `guest${guests}`, transactionKey: order.transactionKey })
  const db = await database()
  await readPayment(db, await getOrder(db, order.id))
  const again = (reason?: string) =>
    offerAgain({
      intentId: randomUUID(),
      orderId: order.id,
      version: order.version,
      draft: { ...draft(900), ...(reason === undefined ? {} : { reason }) },
      ...waiter,
    })
  await assert.rejects(again(), { code: 'reason_required' })
  const offered = await again('Typed wrong')
  assert.deepEqual([offered.status, offered.totalMinor], ['pending', 900])
  assert.deepEqual(payableKeys(await stateOf(house), spotId), [offered.transactionKey])
})
