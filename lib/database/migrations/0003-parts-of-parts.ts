import 'server-only'
import type { Kysely } from 'kysely'

/** Parts of a bill that are split once more. */
export function partsOfParts() {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await db.schema.alterTable('orders').addColumn('part_within', 'text').execute()
    },
  }
}
