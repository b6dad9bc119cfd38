import 'server-only'
import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import { problemCodes } from '#contract/problem.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { IntentTable, Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem, type ProblemError } from '#lib/runtime/problem.ts'

export const intentActs = [
  'submit',
  'edit',
  'delete',
  'confirm',
  'decline',
  'settle',
  'close',
] as const
export type IntentAct = (typeof intentActs)[number]
export type Intent = IntentTable & { act: IntentAct }

const StoredProblem = z.object({
  code: z.enum(problemCodes),
  detail: z.nullable(z.string()),
  members: z.record(z.string(), z.unknown()),
})

const StoredActor = z.object({
  staffId: z.nullable(z.string()),
  name: z.string(),
  sessionId: z.nullable(z.string()),
  address: z.nullable(z.string()),
})

export interface NewIntent {
  /** From the caller's `Idempotency-Key`, or made for an act that needs none. */
  id: string
  act: IntentAct
  spotId: number
  orderId: string | null
  body: unknown
  actor: Actor
}

/**
 * The intent that was begun earlier under the same id, if any. The same id with another body is an error of the
 * caller's, told as `idempotency_key_reused`.
 */
export async function earlierIntent(db: Database, asked: NewIntent): Promise<Intent | undefined> {
  const earlier = await db
    .selectFrom('intents')
    .selectAll()
    .where('id', '=', asked.id)
    .executeTakeFirst()
  if (!earlier) return undefined
  if (earlier.body_hash !== hashOf(asked)) throw problem('idempotency_key_reused')
  return asIntent(earlier)
}

/** Writes down what is asked for, with its trail, before anything is called; in the transaction of what it changes. */
export async function beginIntent(
  trx: Transaction<Schema>,
  asked: NewIntent,
  detail: Record<string, unknown> = {},
): Promise<void> {
  if (asked.orderId !== null) await refuseWhileAtWork(trx, asked.orderId)
  await trx
    .insertInto('intents')
    .values({
      id: asked.id,
      act: asked.act,
      spot_id: asked.spotId,
      order_id: asked.orderId,
      body_hash: hashOf(asked),
      body: JSON.stringify(asked.body),
      state: 'running',
      step: 'begun',
      problem: null,
      actor: JSON.stringify(asked.actor),
      created_at: now(),
      updated_at: now(),
    })
    .execute()
  await recordAct(trx, {
    actor: asked.actor,
    act: nameOfAct(asked.act),
    subject: subjectOf(asked.spotId, asked.orderId),
    outcome: 'asked',
    detail,
  })
}

async function refuseWhileAtWork(trx: Transaction<Schema>, orderId: string): Promise<void> {
  const running = await trx
    .selectFrom('intents')
    .select('act')
    .where('order_id', '=', orderId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (running) {
    throw problem('conflict', {
      detail: `Spotboard is still finding out what became of the last act on this order (${running.act}).`,
    })
  }
}

export async function setStep(db: Database, intent: Intent, step: string): Promise<void> {
  await db
    .updateTable('intents')
    .set({ step, updated_at: now() })
    .where('id', '=', intent.id)
    .execute()
}

/** Ends an intent, with the problem that its caller is told where it did not succeed. */
export async function endIntent(
  trx: Transaction<Schema>,
  intent: Intent,
  failure?: ProblemError,
): Promise<void> {
  await trx
    .updateTable('intents')
    .set({
      state: failure ? 'failed' : 'done',
      step: 'ended',
      problem: failure ? JSON.stringify(keptOf(failure)) : null,
      updated_at: now(),
    })
    .where('id', '=', intent.id)
    .execute()
  await recordAct(trx, {
    actor: actorOf(intent),
    act: nameOfAct(intent.act),
    subject: subjectOf(intent.spot_id, intent.order_id),
    outcome: failure ? 'failed' : 'done',
    ...(failure ? { detail: { code: failure.code } } : {}),
  })
}

export async function getIntent(db: Database, id: string): Promise<Intent> {
  return asIntent(
    await db.selectFrom('intents').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
}

export async function runningIntents(db: Database): Promise<Intent[]> {
  const rows = await db
    .selectFrom('intents')
    .selectAll()
    .where('state', '=', 'running')
    .orderBy('created_at')
    .execute()
  return rows.map(asIntent)
}

export function actorOf(intent: Intent): Actor {
  return z.parse(StoredActor, JSON.parse(intent.actor))
}

/** The problem that the caller of a failed intent is told, each time it asks with the same id. */
export function problemOf(intent: Intent): ProblemError | null {
  if (intent.problem === null) return null
  const { code, detail, members } = z.parse(StoredProblem, JSON.parse(intent.problem))
  return problem(code, { members, ...(detail === null ? {} : { detail }) })
}

function keptOf({ code, detail, members }: ProblemError): z.infer<typeof StoredProblem> {
  return { code, detail: detail ?? null, members: members ?? {} }
}

function asIntent(row: IntentTable): Intent {
  return { ...row, act: z.parse(z.enum(intentActs), row.act) }
}

function hashOf({ act, spotId, orderId, body }: NewIntent): string {
  // A submission names its order only afterwards, so its id is no part of what was asked for.
  const asked = [act, act === 'submit' ? spotId : orderId, body]
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url')
}

function nameOfAct(act: IntentAct): string {
  return act === 'close' ? 'spot.close' : `order.${act}`
}

function subjectOf(spotId: number, orderId: string | null): string {
  return orderId === null ? `spot ${spotId}` : `order ${orderId}`
}
