import 'server-only'
import { Migrator } from 'kysely/migration'
import type { Kysely } from 'kysely'
import type { Engine } from './engine.ts'
import { foundation } from './migrations/0001-foundation.ts'
import { actsInOrder } from './migrations/0002-acts-in-order.ts'
import type { Schema } from './schema.ts'

/** Brings the tables to the newest shape. Throws, and leaves the database as it was, when a step fails. */
export async function migrate(db: Kysely<Schema>, engine: Engine): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: () =>
        Promise.resolve({
          '0001-foundation': foundation(engine),
          '0002-acts-in-order': actsInOrder(engine),
        }),
    },
  })
  const { error } = await migrator.migrateToLatest()
  if (error)
    throw new Error('The database could not be brought to its newest shape', { cause: error })
}
