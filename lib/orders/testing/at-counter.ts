import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { tileState } from '#contract/floor.ts'
import { isAtCounter } from '#contract/place.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { followTransactions } from '#lib/payments/follow-transactions.ts'
import { saveSettings } from '#lib/settings/settings.ts'
import { describeSpot } from '../book/describe-spot.ts'
import { listCounter } from '../book/list-counter.ts'
import { listUnsettled } from '../book/list-unsettled.ts'
import { confirm, follow, madeFor, pay, submit, tileOf } from './counter-desk.ts'
import { manager, settled, stateOf, until } from './evening.ts'

/** Guests without a table: everything is as at a table, but that no order of the wallet's carries the transaction. */
export function testAtCounter(house: House): void {
  test('an order at the counter is a transaction and nothing else, and its money is taken as at a table', async () => {
    const order = await submit(1290, 'Ona')
    assert.equal(order.status, 'pending')
    assert.ok(isAtCounter(order.spotId))
    assert.deepEqual(await madeFor(order), { new: [order.transactionKey] })
    const { spots, transactions } = await stateOf(house)
    const carried = spots.flatMap(({ orders }) => orders.map((one) => one.transaction_key))
    assert.ok(!carried.includes(order.transactionKey ?? ''))
    const made = transactions.find((one) => one.transaction_key === order.transactionKey)
    assert.equal(made?.payments[0]?.description, 'Ona · 1 × Latte')

    await pay(house, order)
    const confirmed = await confirm(order)
    assert.equal(confirmed.status, 'confirmed')
    assert.deepEqual(await madeFor(order), { confirmed: [order.transactionKey] })
    assert.equal((await describeSpot(order.spotId)).orders[0]?.status, 'confirmed')
  })

  test('it stands on the floor and among what is still open until it has come to its end', async () => {
    const order = await submit(700, 'Jonas')
    const listed = async () => {
      const { orders } = await listUnsettled()
      return orders.find((one) => one.order.id === order.id)?.spotName
    }
    const tile = await tileOf(order)
    assert.equal(tile?.name, 'Jonas')
    assert.equal(tile.unpaidMinor, 700)
    assert.equal(await listed(), 'Jonas')
    assert.equal((await listCounter()).open.find((one) => one.order.id === order.id)?.name, 'Jonas')

    await pay(house, order)
    await follow(order)
    const held = await tileOf(order)
    assert.equal(held && tileState(held), 'held')
    await confirm(order)
    assert.equal(await tileOf(order), undefined)
    assert.equal(await listed(), undefined)
    assert.equal((await listCounter()).ended[0]?.order.status, 'confirmed')
  })

  test('law 2: the same intent twice at once, and once more later, is one order at one place', async () => {
    const intentId = randomUUID()
    const [one, other] = await Promise.all([
      submit(500, 'Ona', intentId),
      submit(500, 'Ona', intentId),
    ])
    const later = await submit(500, 'Ona', intentId)
    assert.deepEqual([other.id, later.id], [one.id, one.id])
    assert.equal((await madeFor(one))['new']?.length, 1)
    await assert.rejects(submit(600, 'Ona', intentId), { code: 'idempotency_key_reused' })
    await assert.rejects(submit(500, 'Jonas', intentId), { code: 'idempotency_key_reused' })
  })

  test('without a name places count up, and no two orders stand at one', async () => {
    const orders = await Promise.all([submit(100), submit(200), submit(300)])
    assert.equal(new Set(orders.map(({ spotId }) => spotId)).size, 3)
    const names = await Promise.all(orders.map(async (order) => (await tileOf(order))?.name))
    const numbers = names.map((name) => Number(/^Counter (\d+)$/.exec(name ?? '')?.[1]))
    const first = Math.min(...numbers)
    assert.deepEqual(
      numbers.toSorted((a, b) => a - b),
      [first, first + 1, first + 2],
    )
  })

  test('law 2: a transaction whose answer was lost is found, and the guest can pay one', async () => {
    const match = { method: 'POST', path: '/transaction$' }
    await house.control('faults', { match, times: 1, kind: 'timeout_after' })
    const order = await submit(500)
    const sent = await until(order.id, ({ status }) => status === 'pending')
    assert.deepEqual(await madeFor(sent), { new: [sent.transactionKey] })
  })

  test('the sweep of what no order carries leaves a counter payment alone, and ends its twin', async () => {
    const match = { method: 'POST', path: '/transaction$' }
    await house.control('faults', { match, times: 1, kind: 'twice' })
    const order = await submit(500)
    const made = await wallet().listTransactions({ limit: 200, offset: 0 })
    await followTransactions(await database(), made.items)
    assert.deepEqual((await madeFor(order))['new'], [order.transactionKey])
    assert.equal((await madeFor(order))['deleted']?.length, 1)
  })

  test('an order that nobody pays for as long as the house waits needs a person, and stays open', async () => {
    const order = await submit(500, 'Slow')
    const db = await database()
    const floor = await liveFloor()
    const state = async () => {
      await floor.lookAtCounter()
      const tile = await tileOf(order)
      return tile && tileState(tile)
    }
    const asked = (minutesAgo: number) =>
      db
        .updateTable('orders')
        .set({ created_at: Date.now() - minutesAgo * 60_000 })
        .where('id', '=', order.id)
        .execute()
    await asked(29)
    assert.equal(await state(), 'open')
    await asked(31)
    assert.equal(await state(), 'left')
    assert.equal((await listCounter()).open.find((one) => one.name === 'Slow')?.isOverdue, true)
    await saveSettings(db, manager.actor, { counterMinutes: 45 })
    assert.equal(await state(), 'open')
    await saveSettings(db, manager.actor, { counterMinutes: 30 })
    assert.equal(await state(), 'left')
    await pay(house, order)
    await confirm(order)
    await settled(order.id)
    assert.equal(await state(), undefined)
  })
}
