import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOfTable } from '#contract/table-code.ts'
import type { Table } from '#contract/table.ts'
import { firstBrokenRow } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import { addTables } from './add-tables.ts'
import { changeTable } from './change-table.ts'
import { checkTable } from './check-table.ts'
import { readTable, readTables } from './read-tables.ts'
import { beginRound, readRound } from './round.ts'

const ona = { staffId: 'm', name: 'Ona', sessionId: 's', address: null }

async function add(db: Database, identifier: string): Promise<Table> {
  const draft = { locationId: 3, identifier, name: identifier, area: null, seats: null }
  const { tables } = await addTables(db, ona, { tables: [draft] })
  const table = tables.at(-1)
  assert.ok(table)
  return table
}

const check = (db: Database, table: Table) =>
  checkTable(db, ona, table.id, { says: codeOfTable(table) })

eachDatabase('the sticker round', (open) => {
  test('ticks and dates a table, and changes nothing that a manager wrote', async () => {
    const { db } = await open()
    const table = await add(db, 'T1')
    const { version } = await readTables(db)
    const ticked = await check(db, table)
    assert.deepEqual({ ...ticked, checkedAt: null, checkedBy: null }, table)
    assert.equal(ticked.checkedBy, 'Ona')
    assert.ok(ticked.checkedAt)
    assert.equal((await readTables(db)).version, version)
    assert.equal(await firstBrokenRow(db), null)
    const { act } = await db
      .selectFrom('audit')
      .select('act')
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    assert.equal(act, 'table.check')
  })

  test('another code on the table was never seen there, another name changes nothing', async () => {
    const { db } = await open()
    const table = await add(db, 'T1')
    const ticked = await check(db, table)
    const renamed = await changeTable(db, ona, table.id, { name: 'Window', identifier: 't1' }, 1)
    assert.equal(renamed.checkedAt, ticked.checkedAt)
    const recoded = await changeTable(db, ona, table.id, { identifier: 'T1 NEW' }, 2)
    assert.deepEqual([recoded.checkedAt, recoded.checkedBy], [null, null])
    await assert.rejects(check(db, table), { code: 'conflict' })
  })

  test('a code that is changed while somebody scans the old one is not ticked', async () => {
    const { db } = await open()
    for (let round = 1; round <= 12; round += 1) {
      const table = await add(db, `T${round}`)
      await Promise.allSettled([
        changeTable(db, ona, table.id, { identifier: `NEW ${round}` }, 1),
        check(db, table),
      ])
      assert.equal((await readTable(db, table.id)).checkedAt, null)
    }
  })

  test('begins as often as somebody likes, and knows since when', async () => {
    const { db } = await open()
    assert.deepEqual(await readRound(db), { beganAt: null, beganBy: null })
    const first = await beginRound(db, ona)
    const second = await beginRound(db, { ...ona, name: 'Jonas' })
    assert.deepEqual(await readRound(db), second)
    assert.ok(first.beganAt && second.beganAt && second.beganAt >= first.beganAt)
    assert.equal(second.beganBy, 'Jonas')
    assert.equal(await firstBrokenRow(db), null)
  })
})
