import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { firstBrokenRow, recordAct, spotboard } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import { idOfDatabase, newestRowIn, noteRow } from './newest-row.ts'
import { forgetRestore, noticeRestore, restoredSince } from './notice-restore.ts'

eachDatabase('law 5: a database that was restored from a backup', (open) => {
  const root = mkdtempSync(join(tmpdir(), 'spotboard-restored-'))
  let starts = 0
  let dataDir = ''
  let db: Database
  after(() => rmSync(root, { recursive: true }))

  beforeEach(async () => {
    starts += 1
    dataDir = join(root, String(starts))
    ;({ db } = await open())
  })

  const record = (act: string, by = db) =>
    by
      .transaction()
      .execute((trx) =>
        recordAct(trx, { actor: spotboard, act, subject: 'spot 1', outcome: 'done' }),
      )
  const note = async (from = db) => {
    const newest = await newestRowIn(from)
    assert.ok(newest)
    noteRow(dataDir, await idOfDatabase(from), newest)
  }
  const takeBack = (rows: number) =>
    db
      .deleteFrom('audit')
      .where('sequence', '>', (is) =>
        is.selectFrom('audit').select(is(is.fn.max('sequence'), '-', rows).as('last')),
      )
      .execute()

  test('is noticed by the trail that ends too early, stays noticed over starts, and is told in the trail', async () => {
    for (const act of ['a', 'b', 'c']) await record(act)
    await note()
    assert.equal(await noticeRestore(db, dataDir), false)
    await takeBack(2)
    assert.equal(await noticeRestore(db, dataDir), true)
    assert.equal(await noticeRestore(db, dataDir), true)
    assert.partialDeepStrictEqual(await restoredSince(db), { sequence: 1, noted: 3 })
    const rows = await db.selectFrom('audit').select('act').orderBy('sequence').execute()
    assert.deepEqual(
      rows.map(({ act }) => act),
      ['a', 'database.restored'],
    )
    assert.equal(await firstBrokenRow(db), null)
  })

  test('is noticed also where it has gone on since, with as many rows or more', async () => {
    for (const act of ['a', 'b', 'c']) await record(act)
    await note()
    await takeBack(2)
    for (const act of ['d', 'e', 'f', 'g']) await record(act)
    assert.equal(await noticeRestore(db, dataDir), true)
  })

  test('is no more once it was forgotten, and is noticed again when it happens again', async () => {
    for (const act of ['a', 'b']) await record(act)
    await note()
    await takeBack(1)
    await noticeRestore(db, dataDir)
    assert.equal(await db.transaction().execute(forgetRestore), true)
    assert.equal(await noticeRestore(db, dataDir), false)
    await record('c')
    await note()
    await takeBack(1)
    assert.equal(await noticeRestore(db, dataDir), true)
  })

  test('is not suspected where nothing is known, after a crash that noted less, or of another database', async () => {
    await record('a')
    assert.equal(await noticeRestore(db, dataDir), false, 'the first start')
    await record('b')
    assert.equal(await noticeRestore(db, dataDir), false, 'the crash')
    const { db: other } = await open()
    await record('of another one', other)
    assert.equal(await noticeRestore(other, dataDir), false, 'the other one')

    const [file = ''] = readdirSync(dataDir).filter((name) => name.startsWith('newest-row'))
    writeFileSync(join(dataDir, file), '{"sequence":')
    assert.equal(await noticeRestore(db, dataDir), false, 'what cannot be read')
  })
})
