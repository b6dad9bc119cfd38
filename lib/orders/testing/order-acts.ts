import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { beforeEach, test } from 'node:test'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import { confirmPayment } from '#lib/payments/confirm-payment.ts'
import { declinePayment } from '#lib/payments/decline-payment.ts'
import { settleOtherwise } from '#lib/payments/settle-otherwise.ts'
import { closeSpot } from '../close-spot.ts'
import { deleteOrder } from '../delete-order.ts'
import { describeSpot } from '../book/describe-spot.ts'
import { editOrder } from '../edit-order.ts'
import { deleteNow } from '../put-off-deletion.ts'
import { submitOrder, submitTransaction } from '../submit-order.ts'
import { draft, hangingKeys, manager, payableKeys, stateOf, waiter } from './evening.ts'

const confirm = (order: Order) =>
  confirmPayment({
    orderId: order.id,
    version: order.version,
    acceptsDifferences: false,
    ...waiter,
  })

const edit = (order: Order, minor: number, who: typeof waiter | typeof manager = manager) =>
  editOrder({
    intentId: randomUUID(),
    orderId: order.id,
    version: order.version,
    edit: draft(minor),
    ...who,
  })

/** The acts of a whole evening against a running sandbox. */
export function testOrderActs(house: House): void {
  let tables = 0
  let spotId = 0

  /** Each test has a table of its own with a guest at it, since the book outlives a reset of the sandbox. */
  beforeEach(async () => {
    tables += 1
    spotId = await house.scan(guest(), `TABLE${tables}`)
  })

  const guest = () => `guest${tables}`

  const submit = (minor: number, intentId: string = randomUUID()) =>
    submitOrder({ intentId, spotId, draft: draft(minor), actor: waiter.actor })

  const reserve = (order: Order) =>
    house.control('reserve', { guest: guest(), transactionKey: order.transactionKey })

  test('an order reaches the guest, who reserves it; confirming it takes the money', async () => {
    const order = await submit(1290)
    assert.equal(order.status, 'pending')
    assert.deepEqual(payableKeys(await stateOf(house), spotId), [order.transactionKey])
    assert.equal((await liveFloor()).spot(spotId)?.status, 'open')

    await reserve(order)
    const confirmed = await confirm(order)
    assert.equal(confirmed.status, 'confirmed')
    assert.deepEqual(hangingKeys(await stateOf(house)), [])
  })

  test('law 2: the same intent twice at once, and once more later, is one order', async () => {
    const intentId = randomUUID()
    const [one, other] = await Promise.all([submit(500, intentId), submit(500, intentId)])
    const later = await submit(500, intentId)
    assert.equal(one.id, other.id)
    assert.equal(one.id, later.id)
    assert.equal(payableKeys(await stateOf(house), spotId).length, 1)
    await assert.rejects(submit(600, intentId), { code: 'idempotency_key_reused' })
  })

  test('law 1: what was changed between reading and confirming is shown, not confirmed', async () => {
    const order = await submit(900)
    await reserve(order)
    const db = await database()
    await db
      .updateTable('order_transactions')
      .set({ amount_minor: 901 })
      .where('transaction_key', '=', order.transactionKey ?? '')
      .execute()
    await assert.rejects(confirm(order), { code: 'conflict' })
    const state = await stateOf(house)
    const transaction = state.transactions.find(
      (one) => one.transaction_key === order.transactionKey,
    )
    assert.equal(transaction?.status, 'reserved')
  })

  test('law 4: an edit leaves only the new transaction payable and the old one dead', async () => {
    const order = await submit(1000)
    const edited = await edit(order, 1500)
    assert.equal(edited.version, 2)
    assert.equal(edited.totalMinor, 1500)
    assert.notEqual(edited.transactionKey, order.transactionKey)
    const state = await stateOf(house)
    assert.deepEqual(payableKeys(state, spotId), [edited.transactionKey])
    assert.deepEqual(hangingKeys(state), [])
  })

  test('an edit made on an older version is a conflict that shows the present order', async () => {
    const order = await submit(1000)
    await edit(order, 1500)
    await assert.rejects(
      edit(order, 1200),
      (error: { code: string; members: { order: Order } }) => {
        assert.equal(error.code, 'conflict')
        assert.equal(error.members.order.version, 2)
        return true
      },
    )
  })

  test('law 10: staff lower or delete only with a reason', async () => {
    const order = await submit(1000)
    await assert.rejects(edit(order, 900, waiter), { code: 'reason_required' })
    const { id: orderId, version } = order
    await assert.rejects(deleteOrder({ orderId, version, reason: undefined, ...waiter }), {
      code: 'reason_required',
    })
    await deleteOrder({ orderId, version, reason: 'wrong table', ...waiter })
    const deleted = await deleteNow(orderId, waiter.actor)
    assert.equal(deleted.closedAs, 'deleted')
    const state = await stateOf(house)
    assert.deepEqual(payableKeys(state, spotId), [])
    assert.deepEqual(hangingKeys(state), [])
  })

  test('an order that the guest has reserved meanwhile is neither edited nor deleted', async () => {
    const order = await submit(1000)
    await reserve(order)
    await assert.rejects(edit(order, 2000), { code: 'conflict' })
    const { id: orderId, version } = order
    await assert.rejects(deleteOrder({ orderId, version, reason: 'x', ...manager }), {
      code: 'conflict',
    })
    const confirmed = await confirm(order)
    assert.equal(confirmed.totalMinor, 1000)
  })

  test('declining gives the money back and closes the order', async () => {
    const order = await submit(1000)
    await reserve(order)
    await assert.rejects(
      confirmPayment({ ...waiter, orderId: order.id, version: 9, acceptsDifferences: false }),
    )
    await edit(order, 2000).catch(() => undefined)
    const declined = await declinePayment({
      orderId: order.id,
      reason: 'wrong',
      actor: manager.actor,
    })
    assert.equal(declined.closedAs, 'declined')
    assert.deepEqual(hangingKeys(await stateOf(house)), [])
  })

  test('an order settled in cash cannot be paid in the app any more', async () => {
    const order = await submit(1000)
    const settlement = { with: 'cash' as const }
    const paid = await settleOtherwise({ orderId: order.id, settlement, actor: waiter.actor })
    assert.equal(paid.closedAs, 'settled')
    assert.equal(paid.settledWith, 'cash')
    await assert.rejects(reserve(order))
  })

  test('law 4: closing refuses while money is held, says what is unpaid, and then leaves nothing payable', async () => {
    const held = await submit(300)
    const unpaid = await submit(400)
    await reserve(held)
    await edit(held, 500).catch(() => undefined)
    await assert.rejects(closeSpot({ spotId, endsUnpaid: true, ...manager }), { code: 'conflict' })
    await confirm(held)
    await assert.rejects(
      closeSpot({ spotId, endsUnpaid: false, ...manager }),
      (error: { members: { ends: { orderId: string }[] } }) => {
        assert.deepEqual(
          error.members.ends.map((ending) => ending.orderId),
          [unpaid.id],
        )
        return true
      },
    )
    await assert.rejects(closeSpot({ spotId, endsUnpaid: true, ...waiter }), { code: 'forbidden' })
    assert.equal(await closeSpot({ spotId, endsUnpaid: true, ...manager }), true)
    const state = await stateOf(house)
    assert.equal(state.spots.find((spot) => spot.id === spotId)?.status, 'closed')
    assert.deepEqual(hangingKeys(state), [])
  })

  test('a transaction that somebody else created can be put on a spot once', async () => {
    const given = await wallet().createTransaction({
      priceMinor: 450,
      currency: 'EUR',
      description: 'Ticket',
      reserveForSeconds: 3600,
    })
    const put = () =>
      submitTransaction({
        intentId: randomUUID(),
        spotId,
        transactionKey: given.key,
        actor: waiter.actor,
      })
    const order = await put()
    assert.equal(order.totalMinor, 450)
    assert.equal(order.transactionKey, given.key)
    await assert.rejects(put(), { code: 'conflict' })
  })

  test('another currency than the house takes is refused before anything is written', async () => {
    const foreign = { ...draft(100), currency: 'USD' }
    const submission = { intentId: randomUUID(), spotId, actor: waiter.actor }
    await assert.rejects(submitOrder({ ...submission, draft: foreign }), { code: 'invalid' })
    assert.deepEqual(payableKeys(await stateOf(house), spotId), [])
  })

  test('law 5: the book holds the orders that the wallet does not show a merchant', async () => {
    const order = await submit(800)
    assert.equal((await wallet().getSpot(spotId)).orders, undefined)
    const { orders } = await describeSpot(spotId)
    assert.deepEqual(orders, [order])
  })

  test('law 6: a spot that left the app is seen closed and its unpaid order stays in sight', async () => {
    const order = await submit(800)
    await house.control('leave', { guest: guest() })
    await readSpot(spotId, 'person')
    const tile = (await liveFloor()).hub.current().tiles.find((one) => one.spot?.id === spotId)
    assert.equal(tile?.spot?.status, 'closed')
    assert.equal(tile?.unpaidMinor, order.totalMinor)
  })
}
