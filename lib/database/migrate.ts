import 'server-only'
import { Migrator, type Migration } from 'kysely/migration'
import type { Kysely } from 'kysely'
import { EnvironmentError } from '#lib/runtime/read-variables.ts'
import type { Engine } from './engine.ts'
import { foundation } from './migrations/0001-foundation.ts'
import { actsInOrder } from './migrations/0002-acts-in-order.ts'
import { partsOfParts } from './migrations/0003-parts-of-parts.ts'
import { whoGoesAndLooks } from './migrations/0004-who-goes-and-looks.ts'
import { decidedPayments } from './migrations/0005-decided-payments.ts'
import { days } from './migrations/0006-days.ts'
import { howVisitsEnd } from './migrations/0007-how-visits-end.ts'
import { counter } from './migrations/0008-counter.ts'
import { tables } from './migrations/0009-tables.ts'
import type { Schema } from './schema.ts'

export type Migrations = Readonly<Record<string, Migration>>

/** Every step from an empty database to the newest shape. They only go forward: a step that was released stays. */
export function allMigrations(engine: Engine): Migrations {
  return {
    '0001-foundation': foundation(engine),
    '0002-acts-in-order': actsInOrder(engine),
    '0003-parts-of-parts': partsOfParts(),
    '0004-who-goes-and-looks': whoGoesAndLooks(engine),
    '0005-decided-payments': decidedPayments(engine),
    '0006-days': days(engine),
    '0007-how-visits-end': howVisitsEnd(engine),
    '0008-counter': counter(engine),
    '0009-tables': tables(engine),
  }
}

/**
 * Brings the tables to the newest shape. Throws, and leaves all of them as they were, when a step fails. A database
 * that has taken a step which is not known here belongs to a newer Spotboard: that throws with code `environment`.
 */
export async function migrate(
  db: Kysely<Schema>,
  engine: Engine,
  migrations: Migrations = allMigrations(engine),
): Promise<void> {
  await refuseNewerDatabase(db, migrations)
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error)
    throw new Error('The database could not be brought to its newest shape', { cause: error })
}

async function refuseNewerDatabase(db: Kysely<Schema>, migrations: Migrations): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === TAKEN_STEPS)) return
  const taken = await db
    .withTables<{ [TAKEN_STEPS]: { name: string } }>()
    .selectFrom(TAKEN_STEPS)
    .select('name')
    .orderBy('name')
    .execute()
  const unknown = taken.find(({ name }) => !(name in migrations))
  if (!unknown) return
  throw new EnvironmentError(
    `DATABASE_URL names a database that a newer Spotboard has worked on (its step ${unknown.name} is not known here): start that version, or name another database.`,
  )
}

const TAKEN_STEPS = 'kysely_migration'
