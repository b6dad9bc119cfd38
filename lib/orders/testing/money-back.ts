import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Order } from '#contract/order.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { confirmPayment } from '#lib/payments/confirm-payment.ts'
import { giveMoneyBack } from '#lib/payments/give-money-back.ts'
import { describeSpot } from '../book/describe-spot.ts'
import { manager, waiter } from './evening.ts'
import { tablesOf } from './tables.ts'

const back = ({ id: orderId }: Order, amountMinor: number, id: string = randomUUID()) =>
  giveMoneyBack({
    id,
    orderId,
    given: { amountMinor, how: 'cash', reason: 'The soup was cold' },
    actor: manager.actor,
  })

/** Money that goes back to a guest after it was received. */
export function testMoneyBack(house: House): void {
  const table = tablesOf(house, 'BACK')

  const received = async (minor: number): Promise<Order> => {
    const order = await table().submit(minor)
    await table().reserve(order)
    const { id: orderId, version } = order
    return confirmPayment({ orderId, version, acceptsDifferences: false, ...waiter })
  }
  test('stands in lines of its own, and what was received stays what it was', async () => {
    const order = await received(1290)
    await back(order, 290)
    const after = await back(order, 500)
    assert.equal(after.status, 'confirmed')
    assert.equal(after.totalMinor, 1290)
    assert.deepEqual(after.confirmed, { amountMinor: 1290, currency: 'EUR' })
    assert.deepEqual(
      after.moneyBack?.map(({ amountMinor, how, reason, by }) => [amountMinor, how, reason, by]),
      [
        [290, 'cash', 'The soup was cold', manager.actor.name],
        [500, 'cash', 'The soup was cold', manager.actor.name],
      ],
    )
    const { orders } = await describeSpot(table().spotId)
    assert.deepEqual(orders, [after])
  })

  test('is recorded once for one id, however often that is sent, and the id stands for nothing else', async () => {
    const order = await received(1000)
    const id = randomUUID()
    await Promise.all([back(order, 400, id), back(order, 400, id), back(order, 400, id)])
    assert.equal((await back(order, 400, id)).moneyBack?.length, 1)
    await assert.rejects(back(order, 401, id), { code: 'idempotency_key_reused' })
  })

  test('is never more in all than was received, whoever gives it at the same time', async () => {
    const order = await received(1000)
    const given = await Promise.allSettled(Array.from({ length: 12 }, () => back(order, 300)))
    assert.equal(given.filter(({ status }) => status === 'fulfilled').length, 3)
    const { moneyBack } = await back(order, 100)
    assert.equal(
      moneyBack?.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
      1000,
    )
    await assert.rejects(back(order, 1), { code: 'conflict' })
  })

  test('is not given for what was not received', async () => {
    const order = await table().submit(700)
    await assert.rejects(back(order, 100), { code: 'conflict' })
    await table().reserve(order)
    await assert.rejects(back(order, 100), { code: 'conflict' })
    await assert.rejects(back({ ...order, id: 'nobody' }, 100), { code: 'not_found' })
  })
}
