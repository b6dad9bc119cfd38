import 'server-only'
import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { Transaction } from 'kysely'
import { permissionsOf, roles } from '#contract/permission.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { isStorageError } from '#lib/database/storage-error.ts'
import { now } from '#lib/runtime/clock.ts'
import { log } from '#lib/runtime/log.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { isLive, isSeenDue, SESSION_LIFE_MS } from './session-life.ts'
import type { SignedIn } from './signed-in.ts'

export interface Device {
  address: string | null
  userAgent: string | null
}

/** Begins a session under an id that nobody has seen before, whatever the browser brought along. */
export async function beginSession(
  trx: Transaction<Schema>,
  staffId: string,
  device: Device,
): Promise<string> {
  const id = randomBytes(24).toString('base64url')
  await trx
    .insertInto('sessions')
    .values({
      id,
      staff_id: staffId,
      created_at: now(),
      last_seen_at: now(),
      expires_at: now() + SESSION_LIFE_MS,
      revoked_at: null,
      address: device.address,
      user_agent: device.userAgent?.slice(0, 300) ?? null,
    })
    .execute()
  return id
}

/** Who is behind a session id, or null when the session or the account is over. Counts as a use of the session. */
export async function findSession(db: Database, sessionId: string): Promise<SignedIn | null> {
  const row = await findLiveRow(db, sessionId)
  if (!row) return null
  const role = roles.find((known) => known === row.role)
  if (!role) return null
  if (isSeenDue(row, now())) await noteSeen(db, sessionId)
  const { staff_id: staffId, name, email } = row
  return { sessionId, staffId, name, email, role, permissions: permissionsOf(role) }
}

/** A database that cannot be written to, on a full disk, still shows everybody the floor. */
async function noteSeen(db: Database, sessionId: string): Promise<void> {
  try {
    await db
      .updateTable('sessions')
      .set({ last_seen_at: now() })
      .where('id', '=', sessionId)
      .execute()
  } catch (err) {
    if (!isStorageError(err)) throw err
    log().warn({ err }, 'the use of a session could not be written down')
  }
}

/** Ends a session; once that is committed, `announceSessionEnd` makes open streams follow. */
export async function revokeSession(trx: Transaction<Schema>, sessionId: string): Promise<void> {
  await trx
    .updateTable('sessions')
    .set({ revoked_at: now() })
    .where('id', '=', sessionId)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Tells this process's open streams that a session is over, once that is committed. */
export function announceSessionEnd(sessionId: string): void {
  ends().emit(sessionId)
}

/** Calls back when this process ends the session; answers how to stop listening. */
export function onSessionEnd(sessionId: string, listener: () => void): () => void {
  ends().once(sessionId, listener)
  return () => {
    ends().off(sessionId, listener)
  }
}

/** The row of a session that may be used now; one look-up by key, which changes nothing. */
export async function findLiveRow(db: Database, sessionId: string) {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('staff', 'staff.id', 'sessions.staff_id')
    .select([
      'sessions.staff_id',
      'sessions.last_seen_at',
      'sessions.expires_at',
      'sessions.revoked_at',
      'staff.name',
      'staff.email',
      'staff.role',
    ])
    .where('sessions.id', '=', sessionId)
    .where('staff.active', '=', 1)
    .executeTakeFirst()
  return row && isLive(row, now()) ? row : null
}

function ends(): EventEmitter {
  return oncePerProcess('session-ends', () => new EventEmitter().setMaxListeners(0))
}
