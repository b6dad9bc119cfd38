import 'server-only'
import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'
import { conflictOver } from '../book/present-order.ts'
import { asIntent, record, type Intent, type IntentAct } from './intents.ts'

export interface NewIntent {
  /** From the caller's `Idempotency-Key`, or made for an act that needs none. */
  id: string
  act: IntentAct
  spotId: number
  orderId: string | null
  body: object
  /** What Spotboard itself adds to the body, which is no part of what the caller asked for. */
  plan?: object
  actor: Actor
  /** When it begins; at once without it. */
  notBefore?: number
}

/** An act that begins once another one has ended this way; if that ends otherwise, it is dropped. */
export interface Follower extends Omit<NewIntent, 'notBefore'> {
  after: { intentId: string; outcome: 'done' | 'failed' }
}

/**
 * The intent that was begun earlier under the same id, if any. The same id with another body is an error of the
 * caller's, told as `idempotency_key_reused`.
 */
export async function earlierIntent(
  db: Database | Transaction<Schema>,
  asked: NewIntent,
): Promise<Intent | undefined> {
  const earlier = await db
    .selectFrom('intents')
    .selectAll()
    .where('id', '=', asked.id)
    .executeTakeFirst()
  if (!earlier) return undefined
  if (earlier.body_hash !== hashOf(asked)) throw problem('idempotency_key_reused')
  return asIntent(earlier)
}

export async function isBegun(db: Database, intentId: string): Promise<boolean> {
  const earlier = await db
    .selectFrom('intents')
    .select('id')
    .where('id', '=', intentId)
    .executeTakeFirst()
  return earlier !== undefined
}

/** Writes down what is asked for, with its trail, before anything is called; in the transaction of what it changes. */
export async function beginIntent(
  trx: Transaction<Schema>,
  asked: NewIntent,
  detail: Record<string, unknown> = {},
): Promise<Intent> {
  if (asked.orderId !== null) await refuseWhileAtWork(trx, asked.orderId)
  const intent = {
    ...rowOf(asked),
    state: 'running',
    after_intent: null,
    after_outcome: null,
    not_before: asked.notBefore ?? null,
  }
  await trx.insertInto('intents').values(intent).execute()
  await record(trx, intent, 'asked', detail)
  return asIntent(intent)
}

/** Writes down an act that waits for another one to end. */
export async function queueIntent(trx: Transaction<Schema>, follower: Follower): Promise<void> {
  await trx
    .insertInto('intents')
    .values({
      ...rowOf(follower),
      state: 'queued',
      after_intent: follower.after.intentId,
      after_outcome: follower.after.outcome,
      not_before: null,
    })
    .execute()
}

/** An order is at work from the first act of a chain to the last, so that nobody changes it in between. */
export async function refuseWhileAtWork(trx: Transaction<Schema>, orderId: string): Promise<void> {
  const running = await trx
    .selectFrom('intents')
    .select(['act', 'not_before'])
    .where('order_id', '=', orderId)
    .where('state', 'in', ['running', 'queued'])
    .executeTakeFirst()
  if (!running) return
  const detail =
    (running.not_before ?? 0) > now()
      ? 'This order is about to be deleted: take that back first.'
      : `Spotboard is still finding out what became of the last act on this order (${running.act}).`
  throw await conflictOver(trx, orderId, detail)
}

function rowOf(asked: Omit<NewIntent, 'notBefore'>) {
  const at = now()
  return {
    id: asked.id,
    act: asked.act,
    spot_id: asked.spotId,
    order_id: asked.orderId,
    body_hash: hashOf(asked),
    body: JSON.stringify({ ...asked.body, ...asked.plan }),
    step: 'begun',
    problem: null,
    actor: JSON.stringify(asked.actor),
    created_at: at,
    updated_at: at,
    asked_at: at,
    was_unknown: 0,
  }
}

function hashOf({ act, spotId, orderId, body }: Omit<NewIntent, 'notBefore'>): string {
  // A submission names its order only afterwards, so its id is no part of what was asked for.
  const asked = [act, act === 'submit' ? spotId : orderId, body]
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url')
}
