import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { confirmPayment } from '#lib/payments/confirm-payment.ts'
import { followTransactions } from '#lib/payments/follow-transactions.ts'
import { describeDay } from '#lib/reports/describe-day.ts'
import { paymentsCsv } from '#lib/reports/payments-csv.ts'
import { today } from '#lib/reports/today.ts'
import { describeOrder } from '../book/order-book.ts'
import { deleteOrder } from '../delete-order.ts'
import { editOrder } from '../edit-order.ts'
import { deleteNow, keepOrder } from '../put-off-deletion.ts'
import { submitOrder } from '../submit-order.ts'
import { draft, manager, waiter } from './evening.ts'
import { tablesOf } from './tables.ts'

type Person = typeof waiter | typeof manager

const reason = 'Typed wrong'

const edit = (
  { id: orderId, version }: Order,
  minor: number,
  discountMinor = 0,
  who: Person = waiter,
) =>
  editOrder({
    intentId: randomUUID(),
    orderId,
    version,
    edit: { ...draft(minor), discountMinor, reason },
    ...who,
  })
const remove = ({ id: orderId, version }: Order, who: Person = waiter) =>
  deleteOrder({ orderId, version, reason, ...who })

const ask = (spotId: number, discountMinor: number, who: Person) =>
  submitOrder({
    intentId: randomUUID(),
    spotId,
    draft: { ...draft(5000), discountMinor },
    ...who,
  })

const needsManager = (reducedMinor: number) => (error: { code: string; members: object }) => {
  assert.equal(error.code, 'manager_required')
  assert.deepEqual(error.members, { limitMinor: 1000, reducedMinor, currency: 'EUR' })
  return true
}

/** What a guest is asked less, which takes a manager above 10 euros for one visit. */
export function testReducing(house: House): void {
  const table = tablesOf(house, 'LESS')

  test('law 10: each way of asking less is kept with its reason and who did it, in their order', async () => {
    const order = await edit(await table().submit(2000), 1800, 150)
    const lower = await edit(order, 1600, 150)
    await remove(await table().submit(400))
    assert.equal(lower.totalMinor, 1450)
    const db = await database()
    const visit = await db
      .selectFrom('orders')
      .select('visit_id')
      .where('id', '=', order.id)
      .executeTakeFirstOrThrow()
    const rows = await db
      .selectFrom('reductions')
      .select(['kind', 'amount_minor', 'reason', 'made_by'])
      .where('visit_id', '=', visit.visit_id)
      .orderBy('made_at')
      .orderBy('amount_minor')
      .execute()
    assert.deepEqual(
      rows.map((row) => Object.values(row)),
      [
        ['discount', 150, reason, 'Waiter'],
        ['lowered', 200, reason, 'Waiter'],
        ['lowered', 200, reason, 'Waiter'],
        ['deleted', 400, reason, 'Waiter'],
      ],
    )
  })

  test('staff reach the limit of a visit over all its orders, and then it takes a manager', async () => {
    const one = await edit(await table().submit(2000), 1400)
    const other = await table().submit(401)
    await assert.rejects(remove(other), needsManager(600))
    await assert.rejects(edit(one, 999), needsManager(600))
    const lower = await edit(one, 1000)
    await assert.rejects(edit(lower, 999), needsManager(1000))
    await edit(lower, 999, 0, manager)
    await remove(other, manager)
    await assert.rejects(edit(await table().submit(500), 499), needsManager(1402))
  })

  test('a discount counts from the first asking, and more than the limit is not given by staff', async () => {
    await assert.rejects(ask(table().spotId, 1001, waiter), needsManager(0))
    assert.equal((await ask(table().spotId, 900, waiter)).totalMinor, 4100)
    await assert.rejects(ask(table().spotId, 101, waiter), needsManager(900))
    await ask(table().spotId, 101, manager)
  })

  test('what is undone, or refused because the guest was quicker, takes nothing of the limit', async () => {
    const order = await table().submit(1000)
    await remove(order)
    await assert.rejects(edit(await table().submit(300), 299), needsManager(1000))
    await keepOrder(order.id, waiter.actor)
    await table().reserve(order)
    await remove(order).then(() => deleteNow(order.id, waiter.actor))
    await edit(await table().submit(2000), 1000)
  })

  test('law 10: a lower payment that was accepted as it is stands in the report of the day and in its file', async () => {
    const order = await table().submit(1290)
    const { id: orderId, version, transactionKey } = order
    await house.control('force', { transactionKey, priceMinor: 1200 })
    await table().reserve(order)
    const db = await database()
    await followTransactions(db, [await wallet().getTransaction(transactionKey ?? '')])
    const { judged } = await describeOrder(db, orderId)
    const accept = { orderId, version, judged, acceptsDifferences: true, reason: 'Typed by hand' }
    await confirmPayment({ ...accept, ...manager })

    const day = await describeDay(db, await today(db))
    const { reductions, payments } = day.report
    assert.partialDeepStrictEqual(
      reductions.filter((one) => one.orderId === orderId),
      [{ kind: 'lowered', amountMinor: 90, reason: 'Typed by hand', by: 'Manager' }],
    )
    const paid = payments.find((one) => one.orderId === orderId)
    assert.deepEqual([paid?.amountMinor, paid?.reducedMinor], [1200, 90])
    const row = paymentsCsv(day)
      .split('\r\n')
      .find((line) => line.includes(orderId))
    assert.match(row ?? '', /12\.00.*0\.90/)
  })

  test('the limit holds however many reductions are asked for in the same moment', async () => {
    const orders = await Promise.all(Array.from({ length: 8 }, () => table().submit(300)))
    const removed = await Promise.allSettled(orders.map((order) => remove(order)))
    assert.equal(removed.filter(({ status }) => status === 'fulfilled').length, 3)
  })
}
