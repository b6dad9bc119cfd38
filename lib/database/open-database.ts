import 'server-only'
import { resolve } from 'node:path'
import { Kysely } from 'kysely'
import type { Mode } from '#contract/session.ts'
import { engineOf } from './engine.ts'
import { migrate } from './migrate.ts'
import { holdPostgresLock, postgresDialect } from './postgres.ts'
import type { Schema } from './schema.ts'
import { holdSqliteLock, sqliteDialect } from './sqlite.ts'

export type Database = Kysely<Schema>

/** Opens the database at a `file:` or `postgres:` address in its newest shape. */
export async function openDatabase(databaseUrl: string): Promise<Database> {
  const engine = engineOf(databaseUrl)
  const dialect =
    engine === 'sqlite' ? sqliteDialect(pathOf(databaseUrl)) : postgresDialect(databaseUrl)
  const db = new Kysely<Schema>({ dialect })
  await migrate(db, engine)
  return db
}

/**
 * A database is practice or real for ever (law 13).
 * The first start marks it; a start in the other mode throws with code `environment`.
 */
export async function claimForMode(db: Database, mode: Mode): Promise<void> {
  await db
    .insertInto('meta')
    .values({ key: 'mode', value: mode })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const marked = await markOf(db)
  if (marked !== mode) {
    throw refusal(
      `DATABASE_URL names a database of ${marked} mode and this start is in ${mode} mode: practice and real data are never mixed, so name another database.`,
    )
  }
}

/** The mode that the first start on it has marked it with; undefined before that. */
export async function markOf(db: Database): Promise<string | undefined> {
  const query = db.selectFrom('meta').select('value').where('key', '=', 'mode')
  return (await query.executeTakeFirst())?.value
}

/**
 * Makes sure that one dashboard works on a database at a time, and throws with code `environment` otherwise.
 * Once `onLost` is called somebody else may work on it, so nothing may be written any more.
 */
export async function holdDatabase(
  databaseUrl: string,
  onLost: (error: Error) => void,
): Promise<{ release: () => void | Promise<void> }> {
  const held =
    engineOf(databaseUrl) === 'sqlite'
      ? holdSqliteLock(pathOf(databaseUrl))
      : await holdPostgresLock(databaseUrl, onLost)
  if (held) return held
  throw refusal(
    'DATABASE_URL names a database that another running Spotboard already works on: stop that one first, or name another database.',
  )
}

function pathOf(databaseUrl: string): string {
  return resolve(databaseUrl.replace(/^file:(\/\/)?/, ''))
}

function refusal(sentence: string): Error {
  return Object.assign(new Error(sentence), { code: 'environment' })
}
