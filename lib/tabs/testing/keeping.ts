import 'server-only'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tileState } from '#contract/floor.ts'
import { database } from '#lib/database/connection.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { listUnsettled } from '#lib/orders/book/list-unsettled.ts'
import { draft, manager, waiter } from '#lib/orders/testing/evening.ts'
import { describeDay } from '#lib/reports/describe-day.ts'
import { saveSettings } from '#lib/settings/settings.ts'
import { changeTable } from '#lib/tables/change-table.ts'
import { shown } from '#lib/tables/shown.ts'
import { keepTab } from '../keep-tab.ts'
import { today } from './today.ts'
import { KeptTable, nothing } from './house-with-tables.ts'

/** What is kept on tables that nobody has to be at. */
export function testKeeping(house: House): void {
  test('a tab is kept on a table that nobody has scanned, and its tile says how much it is', async () => {
    const table = await KeptTable.register(house, 'KEEPS')
    assert.deepEqual(await table.tab(), {
      tableId: table.tableId,
      tableName: 'KEEPS',
      version: 0,
      lines: [],
      discountMinor: 0,
      totalMinor: 0,
      currency: 'EUR',
    })
    const kept = await table.keep({ ...draft(450, 2), note: 'by the window', discountMinor: 100 })
    assert.deepEqual(
      [kept.version, kept.totalMinor, kept.note, kept.discountMinor, kept.changedBy],
      [1, 800, 'by the window', 100, 'Waiter'],
    )
    assert.deepEqual(await table.tab(), kept)
    const tile = await table.tile()
    assert.deepEqual([tile.spot, tile.tabMinor, tileState(tile)], [undefined, 800, 'tab'])
    await table.scan()
    const scanned = await table.tile()
    assert.deepEqual([scanned.tabMinor, tileState(scanned)], [800, 'waiting'])
  })

  test('of two who change a tab at once the second sees what the first has kept', async () => {
    const table = await KeptTable.register(house, 'TWO KEEP')
    const changes = await Promise.allSettled([table.keep(draft(100), 0), table.keep(draft(200), 0)])
    const [lost] = changes.filter((change) => change.status === 'rejected')
    const present = await table.tab()
    assert.deepEqual(lost?.reason.members, { tab: present, isOutdated: true })
    assert.equal(present.version, 1)
    await assert.rejects(table.keep(nothing, 0), { code: 'conflict' })
    assert.deepEqual(await table.tab(), present)
    const crowd = [300, 400, 500, 600, 700].map((minor) => table.keep(draft(minor), 1))
    const kept = (await Promise.allSettled(crowd)).filter(({ status }) => status === 'fulfilled')
    assert.deepEqual([kept.length, (await table.tab()).version], [1, 2])
  })

  test('law 10: whatever happens to a tab is in the trail with what stood there before and after', async () => {
    const table = await KeptTable.register(house, 'TRAILED')
    await table.keep(draft(500))
    await table.keep(draft(300))
    const cleared = await table.keep(nothing)
    assert.deepEqual([cleared.version, cleared.lines, cleared.totalMinor], [3, [], 0])
    assert.equal((await table.tile()).tabMinor, undefined)
    assert.deepEqual(await table.trail(), ['tab.keep', 'tab.keep', 'tab.clear'])
    const rows = await (
      await database()
    )
      .selectFrom('audit')
      .select('detail')
      .where('subject', '=', `table ${table.tableId}`)
      .where('act', 'like', 'tab.%')
      .orderBy('sequence')
      .execute()
    const totals = rows.map(({ detail }) => {
      const { from, to } = JSON.parse(detail)
      return [from.totalMinor, to.totalMinor]
    })
    assert.deepEqual(totals, [
      [0, 500],
      [500, 300],
      [300, 0],
    ])
  })

  test('law 10: a discount above the limit of the house takes a manager on a tab as well', async () => {
    const table = await KeptTable.register(house, 'DISCOUNTED')
    await saveSettings(await database(), manager.actor, { reductionLimitMinor: 1000 })
    const much = { ...draft(5000), discountMinor: 1001 }
    await assert.rejects(table.keep(much), { code: 'manager_required' })
    await keepTab({ tableId: table.tableId, draft: much, expectedVersion: 0, ...manager })
    // Whoever only puts more on it gives no discount.
    const more = { ...much, lines: [...much.lines, ...draft(300).lines] }
    assert.equal((await table.keep(more)).totalMinor, 4299)
    assert.equal(waiter.may('reduce_above_limit'), false)
  })

  test('a table is not retired while a tab is kept on it, and the refusal names it', async () => {
    const table = await KeptTable.register(house, 'NOT YET')
    await table.keep(draft(1290))
    const db = await database()
    const retire = (version: number) =>
      shown(changeTable(db, manager.actor, table.tableId, { state: 'retired' }, version))
    await assert.rejects(retire(1), (error: Error & { code: string }) => {
      assert.equal(error.code, 'conflict')
      assert.match(error.message, /12\.90 EUR is kept on NOT YET/)
      return true
    })
    await table.keep(nothing)
    await retire(1)
    await assert.rejects(table.keep(draft(100)), { code: 'conflict' })
  })

  test('a tab is something still open, for the floor, the list and the end of the day', async () => {
    const table = await KeptTable.register(house, 'STILL KEPT')
    await table.keep(draft(700))
    const mine = async () =>
      (await listUnsettled()).tabs.filter(({ tableId }) => tableId === table.tableId)
    const [listed] = await mine()
    assert.deepEqual([listed?.tableName, listed?.totalMinor], ['STILL KEPT', 700])
    const { open } = await describeDay(await database(), await today())
    const [line] = open.filter(({ tableId }) => tableId === table.tableId)
    assert.deepEqual(
      [line?.kind, line?.spotName, line?.amountMinor, line?.spotId],
      ['tab', 'STILL KEPT', 700, undefined],
    )
    await table.keep(nothing)
    assert.deepEqual(await mine(), [])
  })
}
