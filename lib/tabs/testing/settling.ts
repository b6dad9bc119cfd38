import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { z } from 'zod'
import { tileState } from '#contract/floor.ts'
import { database } from '#lib/database/connection.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { listCounter } from '#lib/orders/book/list-counter.ts'
import { draft, manager } from '#lib/orders/testing/evening.ts'
import { closeSpot } from '#lib/orders/close-spot.ts'
import { describeDay } from '#lib/reports/describe-day.ts'
import { today } from './today.ts'
import { KeptTable } from './house-with-tables.ts'

const SandboxCalls = z.looseObject({ calls: z.record(z.string(), z.int()) })

async function takings() {
  const { figures } = (await describeDay(await database(), await today())).report
  return { cash: figures.cash, card: figures.card, reductions: figures.reductions.amountMinor }
}

/** Tabs that are paid at the table, in cash or by card. */
export function testSettlingTabs(house: House): void {
  const callsNow = async () => {
    const { calls } = SandboxCalls.parse(await house.control('state'))
    return Object.values(calls).reduce((sum, count) => sum + count, 0)
  }

  test('cash for a tab of a table that nobody ever scanned is takings of the day, without a call', async () => {
    const table = await KeptTable.register(house, 'NEVER SCANNED')
    const { version } = await table.keep({ ...draft(450, 2), discountMinor: 100, note: 'regular' })
    const before = await takings()
    const callsBefore = await callsNow()
    const order = await table.settle(version)
    assert.deepEqual(
      [order.status, order.closedAs, order.settledWith, order.totalMinor, order.work],
      ['closed', 'settled', 'cash', 800, undefined],
    )
    assert.equal(await callsNow(), callsBefore)
    const after = await takings()
    assert.deepEqual(after, {
      cash: { count: before.cash.count + 1, amountMinor: before.cash.amountMinor + 800 },
      card: before.card,
      reductions: before.reductions + 100,
    })
    assert.deepEqual((await table.tab()).lines, [])
    const tile = await table.tile()
    assert.deepEqual([tile.spot, tile.tabMinor, tileState(tile)], [undefined, undefined, 'free'])
    assert.deepEqual(await table.trail(), ['tab.keep', 'tab.settle'])
    const { open, ended } = await listCounter()
    assert.deepEqual([...open, ...ended], [], 'it is no order of the counter')
  })

  test('the same settling again takes nothing twice, and another with its key is refused', async () => {
    const table = await KeptTable.register(house, 'TAKEN ONCE')
    const { version } = await table.keep()
    const before = await takings()
    const key = randomUUID()
    const [one, other] = await Promise.all([
      table.settle(version, 'card', key),
      table.settle(version, 'card', key),
    ])
    assert.equal(one.id, other.id)
    assert.equal((await takings()).card.count, before.card.count + 1)
    await assert.rejects(table.settle(version, 'cash', key), { code: 'idempotency_key_reused' })
    await assert.rejects(table.settle(version), { code: 'conflict' })
  })

  test('what is taken while somebody has checked in belongs to their visit', async () => {
    const table = await KeptTable.register(house, 'SITS HERE')
    const { version } = await table.keep(draft(600))
    const spotId = await table.scan()
    const order = await table.settle(version)
    assert.equal(order.spotId, spotId)
    const tile = await table.tile()
    assert.deepEqual([tile.receivedMinor, tile.spot?.status], [600, 'waiting'])
  })

  test('what is taken after the guests have gone leaves the table free for the next ones', async () => {
    const table = await KeptTable.register(house, 'WENT ALREADY')
    const spotId = await table.scan()
    await closeSpot({ spotId, endsUnpaid: true, ...manager })
    const { version } = await table.keep(draft(600))
    assert.equal((await table.settle(version)).spotId, spotId)
    const tile = await table.tile()
    assert.deepEqual([tile.receivedMinor, tileState(tile)], [0, 'free'])
    const spot = await (
      await database()
    )
      .selectFrom('spots')
      .select('visit_id')
      .where('id', '=', spotId)
      .executeTakeFirstOrThrow()
    assert.equal(spot.visit_id, null)
  })
}
