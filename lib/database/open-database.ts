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
  const db = connectDatabase(databaseUrl)
  try {
    await migrate(db, engineOf(databaseUrl))
  } catch (error) {
    await db.destroy()
    throw error
  }
  return db
}

/** The database in whatever shape it is. */
export function connectDatabase(databaseUrl: string): Database {
  const dialect =
    engineOf(databaseUrl) === 'sqlite'
      ? sqliteDialect(pathOf(databaseUrl))
      : postgresDialect(databaseUrl)
  return new Kysely<Schema>({ dialect })
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
  const marked = await db
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'mode')
    .executeTakeFirstOrThrow()
  if (marked.value !== mode) {
    throw refusal(
      `DATABASE_URL names a database of ${marked.value} mode and this start is in ${mode} mode: practice and real data are never mixed, so name another database.`,
    )
  }
}

/** Makes sure that one dashboard works on a database at a time, and throws with code `environment` otherwise. */
export async function holdDatabase(
  databaseUrl: string,
): Promise<{ release: () => void | Promise<void> }> {
  const held =
    engineOf(databaseUrl) === 'sqlite'
      ? holdSqliteLock(pathOf(databaseUrl))
      : await holdPostgresLock(databaseUrl)
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
