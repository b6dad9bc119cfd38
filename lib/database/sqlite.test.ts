import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from './open-database.ts'

test('a full disk is named as what it is, and work goes on once there is room again', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'spotboard-full-'))
  const db = await openDatabase(`file:${join(folder, 'full.db')}`)
  t.after(async () => {
    await db.destroy()
    rmSync(folder, { recursive: true })
  })
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  const write = () =>
    db.transaction().execute(async (trx) => {
      await trx
        .insertInto('settings')
        .values({ key: 'large', value: 'x'.repeat(100_000) })
        .execute()
    })

  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(db)
  await assert.rejects(write(), /database or disk is full/)
  await sql.raw('pragma max_page_count = 100000').execute(db)
  await write()
})
