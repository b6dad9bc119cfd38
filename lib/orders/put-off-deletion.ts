import 'server-only'
import type { Transaction } from 'kysely'
import type { Order } from '#contract/order.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'
import { carryOnInTurn } from './intents/carry-out.ts'
import { deleting } from './delete-order.ts'
import {
  dropIntent,
  endIntent,
  isPutOff,
  runningIntents,
  runningOn,
  type Intent,
} from './intents/intents.ts'
import { changeOrder, describeOrder } from './book/order-book.ts'
import { conflictOver, orderOrNotFound } from './book/present-order.ts'
import { inTurnAtSpot } from './intents/turn.ts'

/** Takes back a deletion that waits for its time; it costs no call. Throws `conflict` once it has begun. */
export async function keepOrder(orderId: string, actor: Actor): Promise<Order> {
  const db = await database()
  const { spot_id: spotId } = await orderOrNotFound(db, orderId)
  await inTurnAtSpot(spotId, () =>
    db.transaction().execute(async (trx) => {
      const intent = await deletionOf(trx, orderId)
      await dropIntent(trx, intent)
      await recordAct(trx, {
        actor,
        act: 'order.keep',
        subject: `order ${orderId}`,
        outcome: 'done',
      })
    }),
  )
  await (await liveFloor()).spotTouched(spotId)
  return describeOrder(db, orderId)
}

/** Carries out at once a deletion that waits for its time. */
export async function deleteNow(orderId: string, actor: Actor): Promise<Order> {
  const db = await database()
  const { spot_id: spotId } = await orderOrNotFound(db, orderId)
  const intent = await inTurnAtSpot(spotId, () =>
    db.transaction().execute(async (trx) => {
      const putOff = await deletionOf(trx, orderId)
      await hurry(trx, putOff)
      await recordAct(trx, {
        actor,
        act: 'order.delete_now',
        subject: `order ${orderId}`,
        outcome: 'asked',
      })
      return putOff
    }),
  )
  await carryOnInTurn(db, intent, { delete: deleting })
  return describeOrder(db, orderId)
}

/** What is about to be deleted at a spot goes before the spot is closed, and is no reason to keep it open. */
export async function hurryDeletions(spotId: number): Promise<void> {
  const db = await database()
  for (const intent of await runningIntents(db)) {
    if (intent.spot_id !== spotId || intent.act !== 'delete' || !isPutOff(intent)) continue
    await hurry(db, intent)
    await carryOnInTurn(db, intent, { delete: deleting })
  }
}

/** A guest who pays within the time wins: the deletion is dropped and the order says so. To be called in turn. */
export async function dropDeletion(db: Database, orderId: string): Promise<void> {
  const intent = await runningOn(db, orderId)
  if (!intent || !isPutOff(intent)) return
  await db.transaction().execute(async (trx) => {
    const detail = 'The guest was quicker, so the order stays.'
    await endIntent(trx, intent, problem('conflict', { detail }))
    await changeOrder(trx, orderId, { notice: 'deletion_dropped' })
  })
}

async function deletionOf(trx: Transaction<Schema>, orderId: string): Promise<Intent> {
  const intent = await runningOn(trx, orderId)
  if (intent && isPutOff(intent)) return intent
  throw await conflictOver(trx, orderId, 'There is no deletion here that could be taken back.')
}

async function hurry(db: Database | Transaction<Schema>, intent: Intent): Promise<void> {
  await db
    .updateTable('intents')
    .set({ not_before: now(), updated_at: now() })
    .where('id', '=', intent.id)
    .execute()
}
