import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import { boundsOfDay, businessDayOf } from '#contract/business-day.ts'
import { recordAct } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { actorOf, bodyOf, type Intent } from '#lib/orders/intents/intents.ts'
import { now } from '#lib/runtime/clock.ts'
import { readSettings } from '#lib/settings/settings.ts'

/** What a close is asked with because nobody sits at a table whose code somebody has scanned. */
export const EmptyClose = z.object({ emptyTable: z.string(), emptyVisit: z.string() })
export type EmptyClose = z.infer<typeof EmptyClose>

/** Counts what such a close has found out, once for each visit; any other close says nothing of it. */
export async function countIfNobody(trx: Transaction<Schema>, intent: Intent): Promise<void> {
  const { emptyTable: tableId, emptyVisit: visitId } = bodyOf(intent, z.partial(EmptyClose))
  if (tableId === undefined || visitId === undefined) return
  const actor = actorOf(intent)
  const spotId = intent.spot_id
  await trx
    .insertInto('nobody_here')
    .values({
      id: randomUUID(),
      table_id: tableId,
      spot_id: spotId,
      visit_id: visitId,
      at: now(),
      said_by: actor.name,
    })
    .onConflict((conflict) => conflict.column('visit_id').doNothing())
    .execute()
  await recordAct(trx, {
    actor,
    act: 'table.nobody_here',
    subject: `table ${tableId}`,
    outcome: 'done',
    detail: { spotId, visitId },
  })
}

/** How often that was on this business day. */
export async function nobodyToday(db: Database, tableId: string): Promise<number> {
  const { timeZone, dayEndsAtHour } = await readSettings(db)
  const rule = { timeZone, dayEndsAtHour }
  const { fromMs } = boundsOfDay(businessDayOf(now(), rule), rule)
  const { count } = await db
    .selectFrom('nobody_here')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .where('table_id', '=', tableId)
    .where('at', '>=', fromMs)
    .executeTakeFirstOrThrow()
  return Number(count)
}
