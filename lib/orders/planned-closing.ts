import 'server-only'
import type { Transaction } from 'kysely'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Schema } from '#lib/database/schema.ts'
import { asIntent, dropIntent, isPutOff, type Intent } from './intents/intents.ts'
import type { Reader } from './book/order-book.ts'

/** The closing of a settled spot that waits for its time; undefined where none is planned or it has begun. */
export async function plannedClosing(db: Reader, spotId: number): Promise<Intent | undefined> {
  const rows = await db
    .selectFrom('intents')
    .selectAll()
    .where('spot_id', '=', spotId)
    .where('act', '=', 'close')
    .where('state', '=', 'running')
    .execute()
  return rows.map(asIntent).find(isPutOff)
}

/** Takes it back where there is one. The spot stays as it is, and the trail says why. */
export async function dropPlannedClosing(
  trx: Transaction<Schema>,
  spotId: number,
  actor: Actor,
  why: string,
): Promise<boolean> {
  const planned = await plannedClosing(trx, spotId)
  if (!planned) return false
  await dropIntent(trx, planned)
  await recordAct(trx, {
    actor,
    act: 'spot.keep_open',
    subject: `spot ${spotId}`,
    outcome: 'done',
    detail: { why },
  })
  return true
}
