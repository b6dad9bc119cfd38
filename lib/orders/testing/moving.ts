import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { beforeEach, test } from 'node:test'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import { settleOtherwise } from '#lib/payments/settle-otherwise.ts'
import { describeSpot } from '../book/describe-spot.ts'
import { describeOrder } from '../book/order-book.ts'
import { moveOrder } from '../move-order.ts'
import { payableKeys, settled, stateOf, until, waiter } from './evening.ts'
import { tablesOf } from './tables.ts'

const creation = { method: 'POST', path: '/order$' }
const forbidden = {
  match: creation,
  times: 1,
  kind: 'status_before',
  status: 403,
  body: JSON.stringify({ error: 'rights_not_granted' }),
}

async function present({ id }: Order): Promise<Order> {
  return describeOrder(await database(), id)
}

/** A move takes an order from one table to another, and back again where the other one cannot be asked. */
export function testMoving(house: House): void {
  const table = tablesOf(house, 'MOVED')
  let tables = 0
  let target = 0

  beforeEach(async () => {
    tables += 1
    target = await house.scan(`there ${tables}`, `THERE ${tables}`)
  })

  const move = ({ id: orderId, version }: Order, intentId: string = randomUUID()) =>
    moveOrder({ intentId, orderId, version, spotId: target, actor: waiter.actor })
  const payableThere = async () => payableKeys(await stateOf(house), target)
  const onlyOneThere = async (): Promise<Order> => {
    const { orders } = await describeSpot(target)
    assert.equal(orders.length, 1)
    return orders[0] ?? assert.fail()
  }

  test('law 2: an order moved to another table can be paid there and not here', async () => {
    const order = await table().submit(900)
    const intentId = randomUUID()
    const moved = await move(order, intentId)
    assert.equal(moved.spotId, target)
    assert.equal(moved.status, 'pending')
    assert.equal(moved.fromOrderId, order.id)
    assert.equal((await move(order, intentId)).id, moved.id)
    assert.deepEqual(await table().payable(), [])
    assert.deepEqual(await payableThere(), [moved.transactionKey])
    await table().nothingHangs()
  })

  test('a move that the wallet refuses comes back: the guests here are asked again, and the order says so', async () => {
    const order = await table().submit(900)
    await house.control('faults', forbidden)
    const intentId = randomUUID()
    await assert.rejects(move(order, intentId), { code: 'wallet_refused' })
    const back = await present(order)
    assert.equal(back.status, 'pending')
    assert.equal(back.notice, 'move_dropped')
    assert.equal(back.work, undefined)
    assert.deepEqual(await table().payable(), [back.transactionKey])
    assert.equal((await onlyOneThere()).closedAs, 'moved_back')
    assert.deepEqual(await payableThere(), [])
    await assert.rejects(move(order, intentId), { code: 'wallet_refused' })
    await table().nothingHangs()

    const moved = await move(back)
    assert.equal(moved.status, 'pending')
    assert.deepEqual(await table().payable(), [])
    assert.deepEqual(await payableThere(), [moved.transactionKey])
  })

  test('a move whose outcome is not known stays with the other table until it is', async () => {
    const order = await table().submit(900)
    await house.control('faults', { match: creation, times: 1, kind: 'timeout_after' })
    const sending = await move(order)
    assert.equal(sending.spotId, target)
    assert.equal(sending.work?.outcome, 'unknown')
    const went = await present(order)
    assert.equal(went.closedAs, 'moved')
    assert.equal(went.work, undefined, 'nothing is at work here')
    const moved = await settled(sending.id)
    assert.equal(moved.status, 'pending')
    assert.equal((await present(order)).closedAs, 'moved')
    await table().nothingHangs()
  })

  test('law 6: where the guests here are gone by then, the next ones are not asked: it stays with the other table', async () => {
    const order = await table().submit(900)
    await house.control('faults', { match: creation, times: 1, kind: 'refuse' })
    await house.control('faults', forbidden)
    const sending = await move(order)
    assert.equal(sending.status, 'sending')
    await house.control('leave', { guest: table().guest })
    await readSpot(table().spotId, 'person')
    await house.scan(`next ${table().guest}`, `MOVED ${tables}`)
    await readSpot(table().spotId, 'person')
    await until(sending.id, ({ status }) => status === 'closed')
    const went = await settled(order.id)
    assert.equal(went.closedAs, 'moved')
    assert.equal((await present(sending)).closedAs, 'not_sent')
    assert.equal(went.notice, undefined)
    assert.deepEqual(await table().payable(), [])
    await table().nothingHangs()
  })

  test('law 9: a moved order that was taken in cash while it was being sent is asked at neither table', async () => {
    const order = await table().submit(900)
    await house.control('faults', { match: creation, times: 1000, kind: 'refuse' })
    const intentId = randomUUID()
    const sending = await move(order, intentId)
    assert.equal(sending.status, 'sending')
    const { id: orderId } = sending
    await settleOtherwise({ orderId, settlement: { with: 'cash' }, actor: waiter.actor })
    await house.control('calm', {})
    assert.equal((await settled(orderId)).closedAs, 'settled')
    assert.equal((await present(order)).closedAs, 'moved')
    assert.equal((await move(order, intentId)).closedAs, 'settled')
    assert.deepEqual([...(await table().payable()), ...(await payableThere())], [])
    await table().nothingHangs()
  })

  test('an order is not moved to where nobody has checked in, nor to its own table', async () => {
    const order = await table().submit(900)
    await house.control('leave', { guest: `there ${tables}` })
    const { id: orderId, version } = order
    for (const spotId of [target, table().spotId]) {
      const asked = { intentId: randomUUID(), orderId, version, spotId, actor: waiter.actor }
      await assert.rejects(moveOrder(asked), { code: 'invalid' })
    }
    assert.deepEqual(await table().payable(), [order.transactionKey])
  })
}
