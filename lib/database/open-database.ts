import 'server-only'
import { Kysely } from 'kysely'
import type { Mode } from '#contract/session.ts'
import { EnvironmentError } from '#lib/runtime/read-variables.ts'
import { pathOf } from './address.ts'
import { engineOf } from './engine.ts'
import { migrate } from './migrate.ts'
import { postgresDialect } from './postgres.ts'
import type { Schema } from './schema.ts'
import { sqliteDialect } from './sqlite.ts'

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
  const marked = await markOf(db)
  if (marked !== mode) {
    throw new EnvironmentError(
      `DATABASE_URL names a database of ${marked} mode and this start is in ${mode} mode: practice and real data are never mixed, so name another database.`,
    )
  }
}

/** The mode that the first start on it has marked it with; undefined before that. */
export async function markOf(db: Database): Promise<string | undefined> {
  const query = db.selectFrom('meta').select('value').where('key', '=', 'mode')
  return (await query.executeTakeFirst())?.value
}
