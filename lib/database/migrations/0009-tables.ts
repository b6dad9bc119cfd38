import 'server-only'
import type { Kysely } from 'kysely'
import type { Engine } from '../engine.ts'

/** The register of tables, what is kept on them, and who knocks with codes that are in no register. */
export function tables(engine: Engine) {
  const whole = engine === 'sqlite' ? 'integer' : 'bigint'

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('tables')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('location_id', whole, (column) => column.notNull())
        .addColumn('identifier', 'text', (column) => column.notNull())
        .addColumn('match_key', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('area', 'text')
        .addColumn('seats', 'integer')
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('created_at', whole, (column) => column.notNull())
        .addColumn('checked_at', whole)
        .addColumn('checked_by', 'text')
        .addUniqueConstraint('one_table_per_code', ['location_id', 'match_key'])
        .execute()

      await db.schema
        .createTable('table_identifiers')
        .addColumn('location_id', whole, (column) => column.notNull())
        .addColumn('match_key', 'text', (column) => column.notNull())
        .addColumn('table_id', 'text', (column) => column.notNull().references('tables.id'))
        .addColumn('identifier', 'text', (column) => column.notNull())
        .addColumn('since', whole, (column) => column.notNull())
        .addPrimaryKeyConstraint('one_owner_per_code', ['location_id', 'match_key'])
        .execute()

      await db.schema
        .createTable('tabs')
        .addColumn('table_id', 'text', (column) => column.primaryKey().references('tables.id'))
        .addColumn('lines', 'text', (column) => column.notNull())
        .addColumn('note', 'text')
        .addColumn('discount_minor', whole, (column) => column.notNull())
        .addColumn('total_minor', whole, (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('changed_at', whole, (column) => column.notNull())
        .addColumn('changed_by', 'text', (column) => column.notNull())
        .execute()

      await db.schema
        .createTable('nobody_here')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('table_id', 'text', (column) => column.notNull().references('tables.id'))
        .addColumn('spot_id', whole, (column) => column.notNull())
        .addColumn('visit_id', 'text', (column) => column.notNull().unique())
        .addColumn('at', whole, (column) => column.notNull())
        .addColumn('said_by', 'text', (column) => column.notNull())
        .execute()

      await db.schema
        .createTable('strangers')
        .addColumn('spot_id', whole, (column) => column.primaryKey())
        .addColumn('first_seen_at', whole, (column) => column.notNull())
        .addColumn('last_seen_at', whole, (column) => column.notNull())
        .addColumn('visits', 'integer', (column) => column.notNull())
        .addColumn('closed', 'integer', (column) => column.notNull())
        .execute()
    },
  }
}
