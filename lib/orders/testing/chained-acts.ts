import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { editOrder } from '../edit-order.ts'
import { joinOrders } from '../join-orders.ts'
import { declineAndOffer, offerAgain } from '../offer-again.ts'
import { describeOrder } from '../book/order-book.ts'
import { submitOrder } from '../submit-order.ts'
import { draft, manager, settled, waiter } from './evening.ts'
import { tablesOf } from './tables.ts'

const named = ({ id, version }: Order) => ({ orderId: id, version })

const join = (kept: Order, joined: Order) =>
  joinOrders({
    intentId: randomUUID(),
    kept: named(kept),
    joined: named(joined),
    actor: waiter.actor,
  })

/** Acts that consist of several: in which order they go, and what becomes of the later ones if an earlier one fails. */
export function testChainedActs(house: House): void {
  const table = tablesOf(house, 'CHAINED')

  test('two orders joined are one to the guest', async () => {
    const one = await table().submit(350)
    const other = await table().submit(200)
    const joined = await join(one, other)
    assert.equal(joined.totalMinor, 550)
    assert.equal(joined.version, 2)
    assert.equal((await describeOrder(await database(), other.id)).closedAs, 'joined')
    assert.deepEqual(await table().payable(), [joined.transactionKey])
    await table().nothingHangs()
  })

  test('an order that was to be joined is offered again where the guest pays the other one that moment', async () => {
    const one = await table().submit(350)
    const other = await table().submit(200)
    // Reserved at the wallet, and not yet known to Spotboard: the edit is what finds it out.
    await table().reserve(one)
    await assert.rejects(join(one, other), { code: 'conflict' })
    const db = await database()
    assert.equal((await describeOrder(db, one.id)).status, 'reserved')
    assert.equal((await describeOrder(db, one.id)).totalMinor, 350)
    const offered = await settled(other.id)
    assert.equal(offered.status, 'pending')
    assert.deepEqual(await table().payable(), [offered.transactionKey])
  })

  test('an order is not joined with itself or with one of another table', async () => {
    const order = await table().submit(350)
    await assert.rejects(join(order, order), { code: 'invalid' })
    const farSpot = await house.scan('far guest', 'FAR')
    const far = await submitOrder({
      intentId: randomUUID(),
      spotId: farSpot,
      draft: draft(100),
      actor: waiter.actor,
    })
    await assert.rejects(join(order, far), { code: 'invalid' })
    assert.deepEqual(await table().payable(), [order.transactionKey])
  })

  test('an order that the guest refused is offered again under a new key, the old one kept', async () => {
    const order = await table().submit(700)
    await house.control('reject', { guest: table().guest, transactionKey: order.transactionKey })
    await assert.rejects(
      editOrder({ intentId: randomUUID(), ...named(order), edit: draft(800), ...waiter }),
      { code: 'conflict' },
    )
    assert.equal((await describeOrder(await database(), order.id)).closedAs, 'refused')
    const offer = { intentId: randomUUID(), ...named(order), draft: undefined, ...waiter }
    const offered = await offerAgain(offer)
    assert.equal(offered.status, 'pending')
    assert.notEqual(offered.transactionKey, order.transactionKey)
    assert.deepEqual(await offerAgain(offer), offered)
    assert.deepEqual(await table().payable(), [offered.transactionKey])
    const db = await database()
    const keys = await db
      .selectFrom('order_transactions')
      .select('transaction_key')
      .where('order_id', '=', order.id)
      .execute()
    assert.ok(keys.some(({ transaction_key: key }) => key === order.transactionKey))
  })

  test('what can still be paid, or was paid, is not offered again', async () => {
    const order = await table().submit(700)
    const offer = () =>
      offerAgain({ intentId: randomUUID(), ...named(order), draft: undefined, ...manager })
    await assert.rejects(offer(), { code: 'conflict' })
    await table().reserve(order)
    await assert.rejects(offer(), { code: 'conflict' })
    assert.deepEqual((await table().payable()).length, 0)
  })

  test('law 4: a held payment is given back and the order asked anew as edited, in one act', async () => {
    const order = await table().submit(700)
    await table().reserve(order)
    // An edit is refused, and so the book learns that the payment is held.
    const early = { intentId: randomUUID(), ...named(order), edit: draft(800), ...manager }
    await assert.rejects(editOrder(early), { code: 'conflict' })
    const edit = { ...draft(900), declinesPayment: true }
    const change = { intentId: randomUUID(), ...named(order), edit }
    await assert.rejects(declineAndOffer({ ...change, ...waiter, may: () => false }), {
      code: 'forbidden',
    })
    const offered = await declineAndOffer({ ...change, ...manager })
    assert.equal(offered.status, 'pending')
    assert.equal(offered.version, 2)
    assert.equal(offered.totalMinor, 900)
    assert.deepEqual(await table().payable(), [offered.transactionKey])
    await table().nothingHangs()
  })
}
