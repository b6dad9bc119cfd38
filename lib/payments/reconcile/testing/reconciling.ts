import 'server-only'
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Difference } from '#contract/difference.ts'
import type { Order } from '#contract/order.ts'
import { firstBrokenRow } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { describeOrder } from '#lib/orders/book/order-book.ts'
import { confirm, pay, submit } from '#lib/orders/testing/counter-desk.ts'
import { manager, waiter } from '#lib/orders/testing/evening.ts'
import { confirmPayment } from '../../confirm-payment.ts'
import { settleOtherwise } from '../../settle-otherwise.ts'
import { listDifferences, tellFloor } from '../differences.ts'
import { adopt, explain, lookAgain } from '../settle-difference.ts'
import { step } from '../sweep.ts'

const HOUR_MS = 3_600_000

/** A whole pass over the last days, with whatever it leads to. */
async function sweepAll(): Promise<void> {
  const db = await database()
  while (!(await step(db)));
}

/** As if it had been made an hour ago, so that the list of the wallet should show it. */
async function longAgo({ id }: Order): Promise<void> {
  const db = await database()
  await db
    .updateTable('order_transactions')
    .set((is) => ({
      created_at: is('created_at', '-', HOUR_MS),
      wallet_created_at: is('wallet_created_at', '-', HOUR_MS),
    }))
    .where('order_id', '=', id)
    .execute()
}

async function differenceOf({ transactionKey }: Order): Promise<Difference | undefined> {
  const { differences } = await listDifferences()
  return differences.find((one) => one.transactionKey === transactionKey)
}

async function openOf(order: Order): Promise<Difference> {
  const difference = await differenceOf(order)
  assert.equal(difference?.state, 'open')
  return difference
}

async function opened(): Promise<Difference[]> {
  const { differences } = await listDifferences()
  return differences.filter(({ state }) => state === 'open')
}

async function trailOf(act: string): Promise<string[]> {
  const db = await database()
  const rows = await db.selectFrom('audit').select('actor_name').where('act', '=', act).execute()
  return rows.map((row) => row.actor_name)
}

const alarms = async () => (await liveFloor()).hub.current().differences ?? 0

/** The wallet is changed behind Spotboard's back, as nobody can by a call, and each difference is found and settled. */
export function testReconciling(house: House): void {
  const force = ({ transactionKey }: Order, to: object) =>
    house.control('force', { transactionKey, ...to })
  const paid = async (minor: number): Promise<Order> => {
    const order = await submit(minor)
    await pay(house, order)
    return confirm(order)
  }

  /** What an earlier test has left open is none of the next one's. */
  beforeEach(async () => {
    const db = await database()
    await sweepAll()
    await db.updateTable('differences').set({ state: 'explained' }).execute()
    await tellFloor(db)
  })

  test('where nothing was changed from outside, nothing differs', async () => {
    await paid(100)
    const open = await submit(200)
    const held = await submit(300)
    await pay(house, held)
    const gone = await submit(400)
    await house.control('reject', { guest: 'g', transactionKey: gone.transactionKey })
    for (const order of [open, held, gone]) await longAgo(order)
    await sweepAll()
    assert.deepEqual(await opened(), [])
  })

  test('money that Paysera has confirmed and the book calls unpaid is found, and recorded as received', async () => {
    const order = await submit(700)
    await house.control('reject', { guest: 'g', transactionKey: order.transactionKey })
    await sweepAll()
    const db = await database()
    await db
      .updateTable('orders')
      .set({ status: 'closed', closed_as: 'refused' })
      .where('id', '=', order.id)
      .execute()
    await force(order, { status: 'confirmed' })
    await sweepAll()
    const difference = await openOf(order)
    assert.equal(difference.kind, 'received_not_booked')
    assert.deepEqual(difference.booked, { status: 'closed', amountMinor: 700, currency: 'EUR' })
    assert.deepEqual(difference.found, { status: 'confirmed', amountMinor: 700, currency: 'EUR' })
    assert.equal(await alarms(), 1)

    await adopt(difference.id, manager.actor)
    assert.equal((await describeOrder(db, order.id)).status, 'confirmed')
    assert.equal((await differenceOf(order))?.state, 'adopted')
    assert.equal((await differenceOf(order))?.settledBy, 'Manager')
    assert.equal(await alarms(), 0)
    await sweepAll()
    assert.equal((await differenceOf(order))?.state, 'adopted')
    await assert.rejects(adopt(difference.id, manager.actor), { code: 'conflict' })
    assert.ok((await trailOf('books.adopt')).includes('Manager'))
  })

  test('money for an order that the book has lost gets an order of its own', async () => {
    const { key } = await wallet().createTransaction({
      priceMinor: 1250,
      currency: 'EUR',
      description: 'T4 · 2 × Soup',
      parameters: { spotboard: 'lost-with-the-disk:1' },
      reserveForSeconds: 600,
      callbackUri: undefined,
    })
    await house.control('force', { transactionKey: key, status: 'confirmed' })
    await sweepAll()
    const [difference] = await opened()
    assert.equal(difference?.kind, 'received_not_booked')
    assert.equal(difference.orderId, null)
    await adopt(difference.id, manager.actor)
    const { differences } = await listDifferences()
    const settled = differences.find(({ transactionKey }) => transactionKey === key)
    assert.equal(settled?.state, 'adopted')
    const order = await describeOrder(await database(), settled.orderId ?? '')
    assert.deepEqual(
      [order.status, order.totalMinor, order.transactionKey, order.lines[0]?.title],
      ['confirmed', 1250, key, 'T4 · 2 × Soup'],
    )
    await sweepAll()
    assert.equal(await alarms(), 0)
  })

  test('an order that was taken in cash and confirmed as well stays so, and the second money stands beside it', async () => {
    const order = await submit(800)
    const settlement = { with: 'cash' } as const
    await settleOtherwise({ orderId: order.id, settlement, actor: waiter.actor })
    await force(order, { status: 'confirmed' })
    await sweepAll()
    const difference = await openOf(order)
    await adopt(difference.id, manager.actor)
    const db = await database()
    assert.equal((await describeOrder(db, order.id)).closedAs, 'settled')
    const adopted = await differenceOf(order)
    assert.notEqual(adopted?.orderId, order.id)
    const beside = await describeOrder(db, adopted?.orderId ?? '')
    assert.deepEqual([beside.status, beside.fromOrderId], ['confirmed', order.id])
    await sweepAll()
    assert.equal((await differenceOf(order))?.state, 'adopted')
  })

  test('what the book calls received and Paysera does not is found, and gone once Paysera does', async () => {
    const order = await paid(900)
    await force(order, { status: 'revoked' })
    await sweepAll()
    const difference = await openOf(order)
    assert.equal(difference.kind, 'booked_not_received')
    assert.equal(difference.found.status, 'revoked')
    await assert.rejects(adopt(difference.id, manager.actor), { code: 'conflict' })
    await force(order, { status: 'confirmed' })
    await lookAgain(difference.id, waiter.actor)
    assert.equal((await differenceOf(order))?.state, 'gone')
    assert.ok((await trailOf('books.look')).includes('Waiter'))
  })

  test('an amount or a currency that differs is found with both figures, and can be explained', async () => {
    const order = await paid(1000)
    await force(order, { priceMinor: 950 })
    await sweepAll()
    const difference = await openOf(order)
    assert.equal(difference.kind, 'amount_differs')
    assert.deepEqual([difference.booked.amountMinor, difference.found.amountMinor], [1000, 950])
    await explain(difference.id, 'The guest got 0.50 back at the till', manager.actor)
    assert.equal(await alarms(), 0)
    await sweepAll()
    assert.equal((await differenceOf(order))?.state, 'explained', 'it is not asked again')
    await force(order, { priceMinor: 900 })
    await sweepAll()
    assert.equal((await differenceOf(order))?.state, 'open', 'other figures are another matter')
    await force(order, { priceMinor: 1000, currency: 'USD' })
    await sweepAll()
    assert.equal((await openOf(order)).found.currency, 'USD')
  })

  test('an amount that a manager has taken as it was is no news', async () => {
    const order = await submit(1000)
    await pay(house, order)
    await force(order, { priceMinor: 999 })
    const { id: orderId, version } = order
    await confirmPayment({ orderId, version, acceptsDifferences: true, ...manager })
    await sweepAll()
    assert.equal(await differenceOf(order), undefined)
  })

  test('a transaction that has vanished under a paid and under an open order is found', async () => {
    const orders = [await paid(600), await submit(500)]
    for (const order of orders) {
      await longAgo(order)
      await house.control('forget', { transactionKey: order.transactionKey })
    }
    await sweepAll()
    for (const order of orders) assert.equal((await openOf(order)).kind, 'vanished')
    assert.equal(await alarms(), 2)
  })

  test('found again it is the same difference, only seen later, also after a restart', async () => {
    const order = await paid(600)
    await force(order, { status: 'failed' })
    await sweepAll()
    const first = await openOf(order)
    await sweepAll()
    const second = await openOf(order)
    assert.deepEqual({ ...second, lastSeenAt: 0 }, { ...first, lastSeenAt: 0 })
    assert.ok(second.lastSeenAt >= first.lastSeenAt)
  })

  test('law 10: all of this stands in the trail, which is whole', async () => {
    assert.equal(await firstBrokenRow(await database()), null)
    assert.ok((await trailOf('books.differ')).length > 0)
  })
}
