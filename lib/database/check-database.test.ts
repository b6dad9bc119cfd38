import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { sql } from 'kysely'
import { checkDatabase } from './check-database.ts'
import { database } from './connection.ts'

test('a database that can only be read is not fine, and each word about it is at most five seconds old', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'spotboard-check-'))
  process.env['DATA_DIR'] = folder
  t.mock.timers.enable({ apis: ['Date'] })
  const db = await database()
  t.after(async () => {
    await db.destroy()
    rmSync(folder, { recursive: true })
  })

  await checkDatabase()
  await sql`pragma query_only = 1`.execute(db)
  t.mock.timers.tick(4999)
  await checkDatabase()
  t.mock.timers.tick(1)
  await assert.rejects(checkDatabase(), /readonly database/)
  await sql`pragma query_only = 0`.execute(db)
  await assert.rejects(checkDatabase(), /readonly database/)
  t.mock.timers.tick(5000)
  await checkDatabase()
})
