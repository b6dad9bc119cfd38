import 'server-only'
import type { Kysely } from 'kysely'
import type { Engine } from '../engine.ts'

/** What staff say of guests who left with something unpaid, and visits that are not to be closed by themselves. */
export function howVisitsEnd(engine: Engine) {
  const whole = engine === 'sqlite' ? 'integer' : 'bigint'

  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const visits = db.schema.alterTable('visits')
      await visits.addColumn('answer', 'text').execute()
      await visits.addColumn('answered_by', 'text').execute()
      await visits.addColumn('answered_at', whole).execute()
      for (const name of ['answers', 'stays_open']) {
        await visits.addColumn(name, 'integer', (column) => column.notNull().defaultTo(0)).execute()
      }
    },
  }
}
