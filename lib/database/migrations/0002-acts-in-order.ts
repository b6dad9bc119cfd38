import 'server-only'
import { sql, type Kysely } from 'kysely'
import type { Engine } from '../engine.ts'

/** Acts that follow each other or wait for their time, and orders that come from others or have news for staff. */
export function actsInOrder(engine: Engine) {
  const whole = engine === 'sqlite' ? 'integer' : 'bigint'

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const intents = db.schema.alterTable('intents')
      await intents.addColumn('after_intent', 'text').execute()
      await intents.addColumn('after_outcome', 'text').execute()
      await intents.addColumn('not_before', whole).execute()
      await intents.addColumn('asked_at', whole).execute()
      await intents
        .addColumn('was_unknown', 'integer', (column) => column.notNull().defaultTo(0))
        .execute()
      await sql`update intents set asked_at = created_at`.execute(db)

      const orders = db.schema.alterTable('orders')
      await orders.addColumn('notice', 'text').execute()
      await orders.addColumn('part_number', 'integer').execute()
      await orders.addColumn('part_count', 'integer').execute()
      await orders.addColumn('from_order', 'text').execute()

      await db.schema
        .createIndex('intents_by_predecessor')
        .on('intents')
        .columns(['after_intent'])
        .execute()
      await db.schema
        .createIndex('intents_by_spot')
        .on('intents')
        .columns(['spot_id', 'act'])
        .execute()
    },
  }
}
