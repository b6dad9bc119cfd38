import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { connectDatabase, openDatabase } from './open-database.ts'
import { postgresTrouble } from './postgres-trouble.ts'
import { sqliteTrouble } from './sqlite-trouble.ts'
import { isStorageError } from './storage-error.ts'

const folder = mkdtempSync(join(tmpdir(), 'spotboard-storage-'))
after(() => rmSync(folder, { recursive: true }))

test('a transaction that SQLite has no room for says so, leaves nothing and keeps no later one from working', async () => {
  const db = await openDatabase(`file:${join(folder, 'full.db')}`)
  await sql`pragma max_page_count = 1`.execute(db)
  const keep = (key: string, length: number) =>
    db.transaction().execute(async (trx) => {
      await trx
        .insertInto('settings')
        .values({ key, value: 'x'.repeat(length) })
        .execute()
    })
  await assert.rejects(keep('large', 1_000_000), {
    code: 'storage',
    kept: 'nothing',
    message: 'SQLite: there is no room (13: database or disk is full)',
  })
  await keep('small', 1)
  const rows = await db.selectFrom('settings').select('key').execute()
  assert.deepEqual(
    rows.map(({ key }) => key),
    ['small'],
  )
  await db.destroy()
})

test('a PostgreSQL that is not there was asked nothing', async () => {
  const db = connectDatabase('postgres://postgres@127.0.0.1:1/nobody')
  await assert.rejects(db.selectFrom('meta').selectAll().execute(), {
    code: 'storage',
    kept: 'nothing',
  })
  await db.destroy()
})

const withCode = (code: string) => Object.assign(new Error('x'), { code })
const withErrcode = (errcode: number) => Object.assign(new Error('x'), { errcode })

for (const { error, kept } of [
  { error: sqliteTrouble(withErrcode(13)), kept: 'nothing' },
  { error: sqliteTrouble(withErrcode(778)), kept: 'nothing' },
  { error: sqliteTrouble(withErrcode(8)), kept: 'nothing' },
  { error: sqliteTrouble(withErrcode(1034)), kept: 'unknown' },
  { error: sqliteTrouble(withErrcode(2067)), kept: null },
  { error: sqliteTrouble(new TypeError('x')), kept: null },
  { error: postgresTrouble(withCode('53100')), kept: 'nothing' },
  { error: postgresTrouble(withCode('58030')), kept: 'nothing' },
  { error: postgresTrouble(withCode('57P01')), kept: 'unknown' },
  { error: postgresTrouble(withCode('ECONNRESET')), kept: 'unknown' },
  { error: postgresTrouble(new Error('Connection terminated unexpectedly')), kept: 'unknown' },
  { error: postgresTrouble(withCode('23505')), kept: null },
  { error: postgresTrouble(new RangeError('x')), kept: null },
]) {
  const cause = error instanceof Error ? error.cause : null
  const words = Object.entries(cause instanceof Error ? cause : {}).flat()
  test(`what a database says (${words.join(' ') || String(error)}) leaves ${kept ?? 'no doubt about the database'}`, () => {
    assert.equal(isStorageError(error) ? error.kept : null, kept)
  })
}
