import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import { boundsOfDay, businessDayOf } from '#contract/business-day.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'
import { readSettings } from '#lib/settings/settings.ts'

interface Nobody {
  tableId: string
  spotId: number
  visitId: string
  actor: Actor
}

/** Counts that somebody had scanned a table's code and nobody sat there; once for each visit. */
export async function countNobody(
  trx: Transaction<Schema>,
  { tableId, spotId, visitId, actor }: Nobody,
): Promise<void> {
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
