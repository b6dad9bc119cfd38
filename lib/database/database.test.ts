import assert from 'node:assert/strict'
import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { claimForMode, openDatabase } from './open-database.ts'
import { eachDatabase } from './testing/databases.ts'

eachDatabase('the database', (open) => {
  test('opens again in the shape and with the rows that it was left in', async () => {
    const { db, url } = await open()
    await db.insertInto('settings').values({ key: 'k', value: '"v"' }).execute()
    const again = await openDatabase(url)
    const row = await again.selectFrom('settings').selectAll().executeTakeFirstOrThrow()
    assert.deepEqual({ ...row }, { key: 'k', value: '"v"' })
    await again.destroy()
  })

  test('law 13: a practice database refuses real mode, and stays practice', async () => {
    const { db } = await open()
    await claimForMode(db, 'practice')
    await claimForMode(db, 'practice')
    await assert.rejects(claimForMode(db, 'real'), {
      code: 'environment',
      message: /practice mode/,
    })
    await claimForMode(db, 'practice')
  })

  test('keeps whole numbers of milliseconds as numbers', async () => {
    const { db } = await open()
    const startedAt = 1_795_000_000_123
    await db
      .insertInto('visits')
      .values({ id: 'v', spot_id: 7, started_at: startedAt, ended_at: null, first_order_at: null })
      .execute()
    const row = await db
      .selectFrom('visits')
      .select(['id', 'started_at', 'ended_at'])
      .executeTakeFirstOrThrow()
    assert.deepEqual({ ...row }, { id: 'v', started_at: startedAt, ended_at: null })
  })

  test('statements of others never run inside a transaction', async () => {
    const { db } = await open()
    const failed = db.transaction().execute(async (trx) => {
      await trx.insertInto('settings').values({ key: 'inside', value: '1' }).execute()
      await Promise.resolve()
      throw new Error('rolled back')
    })
    const other = db.insertInto('settings').values({ key: 'outside', value: '1' }).execute()
    await assert.rejects(failed, /rolled back/)
    await other
    const keys = await db.selectFrom('settings').select('key').execute()
    assert.deepEqual(
      keys.map((row) => row.key),
      ['outside'],
    )
  })
})

test('law 12: a new SQLite database and what lies beside it are for its owner only', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'spotboard-sqlite-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const db = await openDatabase(`file:${join(folder, 'new.db')}`)
  t.after(() => db.destroy())
  const files = globSync(join(folder, '*'))
  assert.ok(files.length > 1)
  for (const file of files) assert.equal(statSync(file).mode & 0o077, 0, file)
})
