import 'server-only'
import type { Kysely } from 'kysely'
import type { Engine } from '../engine.ts'

/** Places at the counter, and where the wallet and the book were found to differ. */
export function counter(engine: Engine) {
  const whole = engine === 'sqlite' ? 'integer' : 'bigint'

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema
        .createTable('counter_places')
        .addColumn('spot_id', whole, (column) => column.primaryKey())
        .addColumn('intent_id', 'text', (column) => column.notNull().unique())
        .addColumn('given_name', 'text')
        .addColumn('number', 'integer', (column) => column.notNull())
        .execute()

      await db.schema
        .createTable('differences')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('transaction_key', 'text', (column) => column.notNull())
        .addColumn('order_id', 'text')
        .addColumn('booked', 'text', (column) => column.notNull())
        .addColumn('found', 'text', (column) => column.notNull())
        .addColumn('first_seen_at', whole, (column) => column.notNull())
        .addColumn('last_seen_at', whole, (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('settled_by', 'text')
        .addColumn('settled_at', whole)
        .addUniqueConstraint('one_difference_per_kind', ['kind', 'transaction_key'])
        .execute()

      await db.schema
        .createIndex('orders_by_transaction')
        .on('orders')
        .columns(['transaction_key'])
        .execute()
    },
  }
}
