import 'server-only'
import { sql, type Kysely } from 'kysely'
import type { Engine } from '../engine.ts'

/** Staff, menu, floor, order book, trail and call log. */
export function foundation(engine: Engine) {
  const counted = engine === 'sqlite' ? 'integer' : 'bigserial'
  const whole = engine === 'sqlite' ? 'integer' : 'bigint'

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const table = (name: string) => db.schema.createTable(name)

      await table('meta')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute()

      await table('settings')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute()

      await table('staff')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('email', 'text', (column) => column.notNull().unique())
        .addColumn('password_hash', 'text', (column) => column.notNull())
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('active', 'integer', (column) => column.notNull())
        .addColumn('created_at', whole, (column) => column.notNull())
        .execute()

      await table('sessions')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('staff_id', 'text', (column) => column.notNull().references('staff.id'))
        .addColumn('created_at', whole, (column) => column.notNull())
        .addColumn('last_seen_at', whole, (column) => column.notNull())
        .addColumn('expires_at', whole, (column) => column.notNull())
        .addColumn('revoked_at', whole)
        .addColumn('address', 'text')
        .addColumn('user_agent', 'text')
        .execute()

      await table('menu_items')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('category', 'text', (column) => column.notNull())
        .addColumn('unit_price_minor', whole, (column) => column.notNull())
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('off_until', whole)
        .execute()

      await table('spots')
        .addColumn('id', whole, (column) => column.primaryKey())
        .addColumn('location_id', whole)
        .addColumn('identifier', 'text')
        .addColumn('title', 'text')
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('since', whole, (column) => column.notNull())
        .addColumn('visit_id', 'text')
        .execute()

      await table('visits')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('spot_id', whole, (column) => column.notNull())
        .addColumn('started_at', whole, (column) => column.notNull())
        .addColumn('ended_at', whole)
        .execute()

      await table('orders')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('spot_id', whole, (column) => column.notNull())
        .addColumn('visit_id', 'text', (column) => column.notNull().references('visits.id'))
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('closed_as', 'text')
        .addColumn('settled_with', 'text')
        .addColumn('wallet_order_id', whole)
        .addColumn('transaction_key', 'text')
        .addColumn('verdict', 'text')
        .addColumn('created_by', 'text', (column) => column.notNull())
        .addColumn('created_at', whole, (column) => column.notNull())
        .addColumn('reserved_at', whole)
        .addColumn('confirmed_at', whole)
        .execute()

      await table('order_versions')
        .addColumn('order_id', 'text', (column) => column.notNull().references('orders.id'))
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('lines', 'text', (column) => column.notNull())
        .addColumn('note', 'text')
        .addColumn('discount_minor', whole, (column) => column.notNull())
        .addColumn('total_minor', whole, (column) => column.notNull())
        .addColumn('currency', 'text', (column) => column.notNull())
        .addColumn('created_by', 'text', (column) => column.notNull())
        .addColumn('created_at', whole, (column) => column.notNull())
        .addColumn('reason', 'text')
        .addPrimaryKeyConstraint('order_versions_pk', ['order_id', 'version'])
        .execute()

      await table('order_transactions')
        .addColumn('reference', 'text', (column) => column.primaryKey())
        .addColumn('order_id', 'text', (column) => column.notNull().references('orders.id'))
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('transaction_key', 'text', (column) => column.unique())
        .addColumn('amount_minor', whole, (column) => column.notNull())
        .addColumn('currency', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('created_at', whole, (column) => column.notNull())
        .addColumn('wallet_created_at', whole)
        .execute()

      await table('intents')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('act', 'text', (column) => column.notNull())
        .addColumn('spot_id', whole, (column) => column.notNull())
        .addColumn('order_id', 'text')
        .addColumn('body_hash', 'text', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('step', 'text', (column) => column.notNull())
        .addColumn('problem', 'text')
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('created_at', whole, (column) => column.notNull())
        .addColumn('updated_at', whole, (column) => column.notNull())
        .execute()

      await table('audit')
        .addColumn('sequence', whole, (column) => column.primaryKey())
        .addColumn('at', whole, (column) => column.notNull())
        .addColumn('actor_id', 'text')
        .addColumn('actor_name', 'text', (column) => column.notNull())
        .addColumn('session_id', 'text')
        .addColumn('address', 'text')
        .addColumn('act', 'text', (column) => column.notNull())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('outcome', 'text', (column) => column.notNull())
        .addColumn('detail', 'text', (column) => column.notNull())
        .addColumn('previous_hash', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .execute()

      await table('wallet_calls')
        .addColumn('id', counted, (column) =>
          engine === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey(),
        )
        .addColumn('at', whole, (column) => column.notNull())
        .addColumn('method', 'text', (column) => column.notNull())
        .addColumn('path', 'text', (column) => column.notNull())
        .addColumn('status', 'integer')
        .addColumn('code', 'text')
        .addColumn('duration_ms', 'integer', (column) => column.notNull())
        .addColumn('correlation_id', 'text')
        .execute()

      const indexes: [name: string, on: string, columns: string[]][] = [
        ['orders_by_spot', 'orders', ['spot_id', 'status']],
        ['orders_by_visit', 'orders', ['visit_id']],
        ['order_transactions_by_order', 'order_transactions', ['order_id']],
        ['intents_by_state', 'intents', ['state']],
        ['intents_by_order', 'intents', ['order_id', 'state']],
        ['sessions_by_staff', 'sessions', ['staff_id']],
        ['wallet_calls_by_time', 'wallet_calls', ['at']],
      ]
      for (const [name, on, columns] of indexes) {
        await db.schema.createIndex(name).on(on).columns(columns).execute()
      }

      // Two acts at one order at the same time would race at the wallet.
      await sql`create unique index one_running_intent_per_order on intents (order_id) where state = 'running'`.execute(
        db,
      )
    },
  }
}
