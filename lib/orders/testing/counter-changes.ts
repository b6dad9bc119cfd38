import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Order } from '#contract/order.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { declinePayment } from '#lib/payments/decline-payment.ts'
import { settleOtherwise } from '#lib/payments/settle-otherwise.ts'
import { describeSpot } from '../book/describe-spot.ts'
import { deleteOrder } from '../delete-order.ts'
import { editOrder } from '../edit-order.ts'
import { moveOrder } from '../move-order.ts'
import { offerAgain } from '../offer-again.ts'
import { deleteNow } from '../put-off-deletion.ts'
import { submitOrder } from '../submit-order.ts'
import { confirm, follow, madeFor, pay, submit, tileOf } from './counter-desk.ts'
import { draft, manager, waiter } from './evening.ts'

const edit = ({ id: orderId, version }: Order, minor: number) =>
  editOrder({ intentId: randomUUID(), orderId, version, edit: draft(minor), ...manager })

const again = ({ id: orderId, version }: Order) =>
  offerAgain({ intentId: randomUUID(), orderId, version, draft: undefined, ...waiter })

/** What is done with orders at the counter leaves one code alive at most. */
export function testCounterChanges(house: House): void {
  test('law 4: an edit leaves only the new transaction payable, and the old code is dead', async () => {
    const order = await submit(1000)
    const edited = await edit(order, 1500)
    assert.equal(edited.totalMinor, 1500)
    assert.deepEqual(await madeFor(order), {
      new: [edited.transactionKey],
      deleted: [order.transactionKey],
    })
  })

  test('where the wallet makes no new code the old one stands', async () => {
    const order = await submit(1000)
    const match = { method: 'POST', path: '/transaction$' }
    await house.control('faults', { match, times: 1, kind: 'status_before', status: 403 })
    await assert.rejects(edit(order, 1500), { code: 'wallet_refused' })
    assert.deepEqual((await describeSpot(order.spotId)).orders, [order])
    assert.deepEqual(await madeFor(order), { new: [order.transactionKey] })
  })

  test('a guest who pays before an edit is not overruled: the payment stands as it was asked', async () => {
    const order = await submit(1000)
    await pay(house, order)
    await assert.rejects(edit(order, 1500), { code: 'conflict' })
    const { orders } = await describeSpot(order.spotId)
    assert.deepEqual(
      orders.map(({ status, version, totalMinor }) => [status, version, totalMinor]),
      [['reserved', 1, 1000]],
    )
    assert.equal((await confirm(order)).status, 'confirmed')
    assert.deepEqual(await madeFor(order), { confirmed: [order.transactionKey] })
  })

  test('law 4: deleted, taken in cash or declined, nothing of it can be paid', async () => {
    const deleted = await submit(100)
    const { id: orderId, version } = deleted
    await deleteOrder({ orderId, version, reason: 'Left', ...waiter })
    assert.equal((await deleteNow(orderId, waiter.actor)).closedAs, 'deleted')
    const cash = await submit(200)
    const settlement = { with: 'cash' } as const
    const taken = await settleOtherwise({ orderId: cash.id, settlement, actor: waiter.actor })
    assert.equal(taken.closedAs, 'settled')
    const declined = await submit(300)
    await pay(house, declined)
    await follow(declined)
    await declinePayment({ orderId: declined.id, reason: undefined, actor: manager.actor })
    assert.deepEqual(await madeFor(deleted), { deleted: [deleted.transactionKey] })
    assert.deepEqual(await madeFor(cash), { deleted: [cash.transactionKey] })
    assert.deepEqual(await madeFor(declined), { revoked: [declined.transactionKey] })
  })

  test('a guest who pays while a deletion waits is quicker', async () => {
    const order = await submit(500)
    const { id: orderId, version } = order
    await deleteOrder({ orderId, version, reason: 'Left', ...waiter })
    await pay(house, order)
    const kept = await deleteNow(orderId, waiter.actor)
    assert.deepEqual([kept.status, kept.notice], ['reserved', 'deletion_dropped'])
  })

  test('one that was refused is offered again with a new code, and the old key stays in the book', async () => {
    const order = await submit(500, 'Ona')
    await house.control('reject', { guest: 'somebody', transactionKey: order.transactionKey })
    await follow(order)
    assert.equal(await tileOf(order), undefined)
    const offered = await again(order)
    assert.equal(offered.spotId, order.spotId)
    assert.equal((await tileOf(order))?.name, 'Ona')
    assert.deepEqual(await madeFor(order), {
      new: [offered.transactionKey],
      rejected: [order.transactionKey],
    })
  })

  test('a guest who sits down takes the order along', async () => {
    const order = await submit(500)
    const spotId = await house.scan('sits down', 'FROM THE COUNTER')
    await readSpot(spotId, 'person')
    const { id: orderId, version } = order
    const moved = await moveOrder({
      intentId: randomUUID(),
      orderId,
      version,
      spotId,
      actor: waiter.actor,
    })
    assert.equal(moved.spotId, spotId)
    assert.deepEqual(await madeFor(order), { deleted: [order.transactionKey] })
    assert.equal(await tileOf(order), undefined)
  })

  test('a second order for the same guest stands beside the first', async () => {
    const { spotId } = await submit(500)
    const second = await submitOrder({
      intentId: randomUUID(),
      spotId,
      draft: draft(300),
      actor: waiter.actor,
    })
    assert.equal((await describeSpot(spotId)).orders.length, 2)
    assert.equal((await tileOf(second))?.unpaidMinor, 800)
  })
}
