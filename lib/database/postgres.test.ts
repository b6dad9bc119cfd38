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

/** As a restart of the server does, or a firewall that forgets them. */
async function endAllOtherConnections(from: Database): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(from)
}

/** Undefined where the connection turned out to be lost. */
async function connectionOf(from: Database): Promise<number | undefined> {
  const asked = sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(from)
  return asked.then(
    ({ rows }) => rows[0]?.pid,
    () => undefined,
  )
}

test('connections that are lost while nobody uses them are replaced', async () => {
  const lost = await connectionOf(db)
  const other = await openDatabase(url)
  await endAllOtherConnections(other)
  await other.destroy()
  let present = lost
  while (present === lost || present === undefined) present = await connectionOf(db)
  assert.notEqual(present, lost)
})

test('who loses the hold on the database is told, and the next one may have it', async () => {
  const { promise: lost, resolve: onLost } = Promise.withResolvers<Error>()
  await holdDatabase(url, onLost)
  await endAllOtherConnections(db)
  assert.match((await lost).message, /terminat/)
  const second = await holdDatabase(url, () => assert.fail('the second hold was lost'))
  await second.release()
})
