import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { holdDatabase, openDatabase, type Database } from './open-database.ts'
import { startPostgres, type PostgresServer } from './testing/postgres-server.ts'

let server: PostgresServer
let db: Database
let url: string

before(async () => {
  process.env['LOG_LEVEL'] = 'silent'
  process.env['SESSION_SECRET'] = 'x'.repeat(32)
  server = await startPostgres()
  url = await server.createDatabase('house')
  db = await openDatabase(url)
})
after(async () => {
  await db.destroy()
  await server.stop()
})

async function endAllOtherConnections(from: Database): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(from)
}

test('who loses the hold on the database is told, and the next one may have it', async () => {
  const { promise: lost, resolve: onLost } = Promise.withResolvers<Error>()
  await holdDatabase(url, onLost)
  await endAllOtherConnections(db)
  assert.match((await lost).message, /terminat/)
  const second = await holdDatabase(url, () => assert.fail('the second hold was lost'))
  await second.release()
})
