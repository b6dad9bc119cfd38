import 'server-only'
import { sql, type Kysely } from 'kysely'
import type { Engine } from '../engine.ts'

/** What the end of a day needs: who took what and when, money given back, what was asked less, and days that are closed. */
export function days(engine: Engine) {
  const whole = engine === 'sqlite' ? 'integer' : 'bigint'

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const orders = db.schema.alterTable('orders')
      await orders.addColumn('closed_at', whole).execute()
      await orders.addColumn('settled_at', whole).execute()
      await orders.addColumn('settled_by', 'text').execute()
      await db.schema.alterTable('visits').addColumn('first_order_at', whole).execute()
      await db.schema.alterTable('menu_items').addColumn('vat_rate', 'integer').execute()

      // When these ended was not kept so far, so the time at which they were asked for stands in.
      await sql`update orders set closed_at = created_at where status = 'closed'`.execute(db)
      await sql`update orders set settled_at = created_at, settled_by = created_by where settled_with is not null`.execute(
        db,
      )
      await sql`update visits set first_order_at = (
        select min(created_at) from orders where orders.visit_id = visits.id and orders.from_order is null
      )`.execute(db)

      await db.schema
        .createTable('money_back')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('order_id', 'text', (column) => column.notNull().references('orders.id'))
        .addColumn('amount_minor', whole, (column) => column.notNull())
        .addColumn('how', 'text', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('given_by', 'text', (column) => column.notNull())
        .addColumn('given_at', whole, (column) => column.notNull())
        .execute()

      await db.schema
        .createTable('reductions')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('intent_id', 'text')
        .addColumn('order_id', 'text', (column) => column.notNull())
        .addColumn('visit_id', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('amount_minor', whole, (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('made_by', 'text', (column) => column.notNull())
        .addColumn('made_at', whole, (column) => column.notNull())
        .execute()

      await db.schema
        .createTable('days')
        .addColumn('date', 'text', (column) => column.primaryKey())
        .addColumn('from_at', whole, (column) => column.notNull())
        .addColumn('until_at', whole, (column) => column.notNull())
        .addColumn('closed_at', whole, (column) => column.notNull())
        .addColumn('closed_by', 'text', (column) => column.notNull())
        .addColumn('report', 'text', (column) => column.notNull())
        .addColumn('left_open', 'text', (column) => column.notNull())
        .execute()

      const indexes: [name: string, on: string, columns: string[]][] = [
        ['orders_by_confirmation', 'orders', ['confirmed_at']],
        ['orders_by_end', 'orders', ['closed_at']],
        ['orders_by_settlement', 'orders', ['settled_at']],
        ['money_back_by_order', 'money_back', ['order_id']],
        ['money_back_by_time', 'money_back', ['given_at']],
        ['reductions_by_visit', 'reductions', ['visit_id']],
        ['reductions_by_order', 'reductions', ['order_id']],
        ['reductions_by_time', 'reductions', ['made_at']],
        ['visits_by_first_order', 'visits', ['first_order_at']],
      ]
      for (const [name, on, columns] of indexes) {
        await db.schema.createIndex(name).on(on).columns(columns).execute()
      }
    },
  }
}
