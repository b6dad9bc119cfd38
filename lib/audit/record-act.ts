import 'server-only'
import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { AuditTable, Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'

/** Who acts: a signed-in person on a device, or Spotboard itself. */
export interface Actor {
  staffId: string | null
  name: string
  sessionId: string | null
  address: string | null
}

export const spotboard: Actor = { staffId: null, name: 'Spotboard', sessionId: null, address: null }

export interface RecordedAct {
  actor: Actor
  /** A verb phrase in the glossary's words, such as `order.submit`. */
  act: string
  /** What it was done to, such as `order 7f3a…` or `spot 12`. */
  subject: string
  outcome: 'asked' | 'done' | 'refused' | 'failed' | 'replaced' | 'unknown'
  detail?: Record<string, unknown>
}

const FIRST_HASH = ''

/**
 * Writes one row of the audit trail inside the transaction of the act itself (law 10), so that neither exists
 * without the other. Each row's hash covers the hash before it: a changed, removed or inserted row breaks the chain.
 */
export async function recordAct(trx: Transaction<Schema>, recorded: RecordedAct): Promise<void> {
  await lockTrail(trx)
  const last = await trx
    .selectFrom('audit')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const row = {
    sequence: (last?.sequence ?? 0) + 1,
    at: now(),
    actor_id: recorded.actor.staffId,
    actor_name: recorded.actor.name,
    session_id: recorded.actor.sessionId,
    address: recorded.actor.address,
    act: recorded.act,
    subject: recorded.subject,
    outcome: recorded.outcome,
    detail: JSON.stringify(recorded.detail ?? {}),
    previous_hash: last?.hash ?? FIRST_HASH,
  }
  await trx
    .insertInto('audit')
    .values({ ...row, hash: hashOf(row) })
    .execute()
}

/** The number of the first row that does not fit the chain, or null when the trail is whole. */
export async function firstBrokenRow(
  trx: Pick<Transaction<Schema>, 'selectFrom'>,
): Promise<number | null> {
  const rows = await trx.selectFrom('audit').selectAll().orderBy('sequence').execute()
  let previous = { sequence: 0, hash: FIRST_HASH }
  for (const { hash, ...row } of rows) {
    const fits =
      row.sequence === previous.sequence + 1 &&
      row.previous_hash === previous.hash &&
      hash === hashOf(row)
    if (!fits) return row.sequence
    previous = { sequence: row.sequence, hash }
  }
  return null
}

function hashOf(row: Omit<AuditTable, 'hash'>): string {
  const fields = [
    row.sequence,
    row.at,
    row.actor_id,
    row.actor_name,
    row.session_id,
    row.address,
    row.act,
    row.subject,
    row.outcome,
    row.detail,
    row.previous_hash,
  ]
  return createHash('sha256').update(JSON.stringify(fields)).digest('base64url')
}

/** PostgreSQL runs transactions side by side, and two of them must not continue the same row. */
async function lockTrail(trx: Transaction<Schema>): Promise<void> {
  if (trx.getExecutor().adapter.supportsMultipleConnections) {
    await sql`lock table audit in exclusive mode`.execute(trx)
  }
}
