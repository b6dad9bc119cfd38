import 'server-only'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import { recordAct, spotboard } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'
import { idOfDatabase, newestRowIn, noteRow, notedRow, type NewestRow } from './newest-row.ts'

const KEY = 'restored'

/** That the database is an older one than was worked on, from when that was noticed until a manager says to go on. */
export const Restored = z.object({
  noticedAt: z.int(),
  /** The newest row of the trail that the database has, and the newest one that was ever noted. */
  sequence: z.int(),
  noted: z.int(),
})
export type Restored = z.infer<typeof Restored>

/**
 * Compares the trail with what was noted beside the database when it was last worked on. A trail that does not contain
 * that row is an older one, or one that went on from an older one: then it is written down that the database was
 * restored. Answers whether that is so, now or from an earlier start.
 */
export async function noticeRestore(db: Database, dataDir: string): Promise<boolean> {
  const id = await idOfDatabase(db)
  const noted = notedRow(dataDir, id)
  if (noted && !(await contains(db, noted))) {
    const { sequence = 0 } = (await newestRowIn(db)) ?? {}
    const restored: Restored = { noticedAt: now(), sequence, noted: noted.sequence }
    await db.transaction().execute(async (trx) => {
      const value = JSON.stringify(restored)
      await trx
        .insertInto('meta')
        .values({ key: KEY, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute()
      await recordAct(trx, {
        actor: spotboard,
        act: 'database.restored',
        subject: 'database',
        outcome: 'done',
        detail: { sequence, noted: noted.sequence },
      })
    })
  }
  const newest = await newestRowIn(db)
  if (newest) noteRow(dataDir, id, newest)
  return (await restoredSince(db)) !== undefined
}

export async function restoredSince(
  db: Database | Transaction<Schema>,
): Promise<Restored | undefined> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', KEY).executeTakeFirst()
  return row && z.parse(Restored, JSON.parse(row.value))
}

/** Answers whether there was anything to forget. */
export async function forgetRestore(trx: Transaction<Schema>): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('meta').where('key', '=', KEY).executeTakeFirst()
  return numDeletedRows > 0n
}

async function contains(db: Database, { sequence, hash }: NewestRow): Promise<boolean> {
  const row = await db
    .selectFrom('audit')
    .select('hash')
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  return row?.hash === hash
}
