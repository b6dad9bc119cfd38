import 'server-only'
import { sql, type Kysely } from 'kysely'
import type { Engine } from '../engine.ts'

/** What a guest's payment held and what was taken of it, how long it holds, and when and by whom it was decided. */
export function decidedPayments(engine: Engine) {
  const whole = engine === 'sqlite' ? 'integer' : 'bigint'

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const orders = db.schema.alterTable('orders')
      await orders.addColumn('judged', 'text').execute()
      await orders.addColumn('held_minor', whole).execute()
      await orders.addColumn('held_currency', 'text').execute()
      await orders.addColumn('held_until', whole).execute()
      await orders.addColumn('taken_minor', whole).execute()
      await orders.addColumn('decided_at', whole).execute()
      await orders.addColumn('decided_by', 'text').execute()
      await sql`update orders set decided_at = confirmed_at where confirmed_at is not null`.execute(
        db,
      )
      await db.schema
        .createIndex('orders_by_decision')
        .on('orders')
        .columns(['decided_at'])
        .execute()
    },
  }
}
