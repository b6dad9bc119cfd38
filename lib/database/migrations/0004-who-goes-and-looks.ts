import 'server-only'
import type { Kysely } from 'kysely'
import type { Engine } from '../engine.ts'

/** Who is on the way to a spot, and how each person wants to see the floor. */
export function whoGoesAndLooks(engine: Engine) {
  const whole = engine === 'sqlite' ? 'integer' : 'bigint'

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('goings')
        .addColumn('spot_id', whole, (column) => column.primaryKey())
        .addColumn('staff_id', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('since', whole, (column) => column.notNull())
        .execute()

      await db.schema
        .createTable('staff_views')
        .addColumn('staff_id', 'text', (column) => column.primaryKey())
        .addColumn('view', 'text', (column) => column.notNull())
        .execute()
    },
  }
}
