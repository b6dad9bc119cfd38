import 'server-only'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import { problemCodes } from '#contract/problem.ts'
import { recordAct, type Actor, type RecordedAct } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { IntentTable } from '#lib/database/order-tables.ts'
import type { Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem, type ProblemError } from '#lib/runtime/problem.ts'

export const intentActs = [
  'submit',
  'edit',
  'offer',
  'delete',
  'confirm',
  'decline',
  'settle',
  'close',
] as const
export type IntentAct = (typeof intentActs)[number]
export type Intent = IntentTable & { act: IntentAct }

/** A request that nobody waits for any more is thought to be applied within this time, if at all. */
export const LATE_MS = 3_600_000

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

export async function setStep(
  db: Database | Transaction<Schema>,
  intent: Intent,
  step: string,
): Promise<void> {
  await db
    .updateTable('intents')
    .set({ step, updated_at: now(), ...(step === 'unknown' ? { was_unknown: 1 } : {}) })
    .where('id', '=', intent.id)
    .execute()
}

/** Whoever was at work on it is gone, so a call of which nobody heard the answer may still be applied. */
export async function markInterrupted(db: Database, intent: Intent): Promise<void> {
  const isFirstCall = intent.step === 'begun'
  await db
    .updateTable('intents')
    .set({ was_unknown: 1, ...(isFirstCall ? { step: 'unknown', updated_at: now() } : {}) })
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
  const outcome = failure ? 'failed' : 'done'
  await record(trx, intent, outcome, failure ? { code: failure.code } : {})
}

/**
 * Ends an intent whose place another act takes. It neither succeeded nor failed: whoever asks with its id again is told
 * of the order as that act leaves it.
 */
export async function replaceIntent(
  trx: Transaction<Schema>,
  intent: Intent,
  because: string,
): Promise<void> {
  await trx
    .updateTable('intents')
    .set({ state: 'replaced', step: 'ended', updated_at: now() })
    .where('id', '=', intent.id)
    .execute()
  await record(trx, intent, 'replaced', { because })
}

/** Lets a queued intent begin. */
export async function startQueued(trx: Transaction<Schema>, intent: Intent): Promise<void> {
  await trx
    .updateTable('intents')
    .set({ state: 'running', created_at: now(), asked_at: now(), updated_at: now() })
    .where('id', '=', intent.id)
    .execute()
  await record(trx, intent, 'asked', {})
}

/** Takes back an intent that has not begun: it was queued in vain, or somebody changed their mind. */
export async function dropIntent(trx: Transaction<Schema>, intent: Intent): Promise<void> {
  await trx
    .updateTable('intents')
    .set({ state: 'dropped', step: 'ended', updated_at: now() })
    .where('id', '=', intent.id)
    .execute()
}

/** Whether a call of this act, of which nobody heard the answer, may be applied from now on. */
export function mayStillArrive({
  was_unknown: wasUnknown,
  created_at: createdAt,
}: Intent): boolean {
  return wasUnknown === 1 && now() - createdAt < LATE_MS
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

/** What one intent is waiting for, in the order in which it was asked for. */
export async function followersOf(
  db: Database | Transaction<Schema>,
  intentId: string,
): Promise<Intent[]> {
  const rows = await db
    .selectFrom('intents')
    .selectAll()
    .where('after_intent', '=', intentId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(asIntent)
}

/** The act that Spotboard is carrying out on an order now, or has put off. */
export async function runningOn(
  trx: Database | Transaction<Schema>,
  orderId: string,
): Promise<Intent | undefined> {
  const row = await trx
    .selectFrom('intents')
    .selectAll()
    .where('order_id', '=', orderId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return row && asIntent(row)
}

export function actorOf(intent: Intent): Actor {
  return z.parse(StoredActor, JSON.parse(intent.actor))
}

/** Whether it was put off and has not begun, so that it can be taken back without anybody noticing. */
export function isPutOff({
  not_before: notBefore,
  step,
}: Pick<IntentTable, 'not_before' | 'step'>): boolean {
  return notBefore !== null && step === 'begun'
}

/** The problem that the caller of a failed intent is told, each time it asks with the same id. */
export function problemOf(intent: Intent): ProblemError | null {
  if (intent.problem === null) return null
  const { code, detail, members } = z.parse(StoredProblem, JSON.parse(intent.problem))
  return problem(code, { members, ...(detail === null ? {} : { detail }) })
}

/** What was asked for, as the schema has it; rows are read like any other edge. */
export function bodyOf<T>(intent: Intent, schema: z.ZodMiniType<T>): T {
  return z.parse(schema, JSON.parse(intent.body))
}

export async function record(
  trx: Transaction<Schema>,
  intent: Pick<IntentTable, 'act' | 'actor' | 'spot_id' | 'order_id'>,
  outcome: RecordedAct['outcome'],
  detail: Record<string, unknown>,
): Promise<void> {
  await recordAct(trx, {
    actor: z.parse(StoredActor, JSON.parse(intent.actor)),
    act: intent.act === 'close' ? 'spot.close' : `order.${intent.act}`,
    subject: intent.order_id === null ? `spot ${intent.spot_id}` : `order ${intent.order_id}`,
    outcome,
    detail,
  })
}

function keptOf({ code, detail, members }: ProblemError): z.infer<typeof StoredProblem> {
  return { code, detail: detail ?? null, members: members ?? {} }
}

export function asIntent(row: IntentTable): Intent {
  return { ...row, act: z.parse(z.enum(intentActs), row.act) }
}

/** Whether nobody waits for the answer any more, so that the order itself has to say what came of the act. */
export function isUnattended({ step }: Intent): boolean {
  return step === 'unknown' || step === 'waiting' || step === 'started'
}
