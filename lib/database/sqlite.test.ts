import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { sql } from 'kysely'
import { holdDatabase } from './hold.ts'
import { openDatabase } from './open-database.ts'

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'spotboard-sqlite-'))
  t.after(() => rmSync(path, { recursive: true }))
  return path
}

test('a full disk is named as what it is, and work goes on once there is room again', async (t) => {
  const db = await openDatabase(`file:${join(folder(t), 'full.db')}`)
  t.after(() => db.destroy())
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

test('a file that cannot be locked is not taken for a dashboard that runs', async (t) => {
  const path = join(folder(t), 'house.db')
  writeFileSync(
    `${path}.lock`,
    'left by something else, and long enough to be no database'.repeat(20),
  )
  await assert.rejects(holdDatabase(`file:${path}`), /file is not a database/)
})

test('nobody but its owner can look into the folder that is made for a database', async (t) => {
  const house = join(folder(t), 'house')
  const hold = await holdDatabase(`file:${join(house, 'floor.db')}`)
  assert.equal(statSync(house).mode & 0o777, 0o700)
  await hold.release()
})
