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

type SessionRow = Awaited<ReturnType<ReturnType<typeof liveRows>['executeTakeFirstOrThrow']>>

/** Far below what an engine takes, and few enough that the statements for every count stay prepared. */
const SESSIONS_A_QUERY = 50

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
  const row = await liveRows(db).where('sessions.id', '=', sessionId).executeTakeFirst()
  const session = row ? signedIn(row) : null
  if (row && session && isSeenDue(row, now())) await noteSeen(db, sessionId)
  return session
}

/**
 * Those of the sessions that may be used now. For streams that stay open: it counts as no use, costs one look-up for
 * all of them, and is the only way to see what another process has ended.
 */
export async function findOpenSessions(
  db: Database,
  sessionIds: readonly string[],
): Promise<Map<string, SignedIn>> {
  const open = new Map<string, SignedIn>()
  for (let from = 0; from < sessionIds.length; from += SESSIONS_A_QUERY) {
    const some = sessionIds.slice(from, from + SESSIONS_A_QUERY)
    for (const row of await liveRows(db).where('sessions.id', 'in', some).execute()) {
      const session = signedIn(row)
      if (session) open.set(session.sessionId, session)
    }
  }
  return open
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

/** Tells whoever believes in the session without asking the database that it is over, once that is committed. */
export function announceSessionEnd(sessionId: string): void {
  ends().emit('end', sessionId)
}

/** Calls back whenever this process ends a session; the answer takes that back. */
export function onSessionEnds(listener: (sessionId: string) => void): () => void {
  ends().on('end', listener)
  return () => {
    ends().off('end', listener)
  }
}

function liveRows(db: Database) {
  return db
    .selectFrom('sessions')
    .innerJoin('staff', 'staff.id', 'sessions.staff_id')
    .select([
      'sessions.id',
      'sessions.staff_id',
      'sessions.last_seen_at',
      'sessions.expires_at',
      'sessions.revoked_at',
      'staff.name',
      'staff.email',
      'staff.role',
    ])
    .where('staff.active', '=', 1)
}

/** Null when the session is over, or its role is one that nobody knows. */
function signedIn(row: SessionRow): SignedIn | null {
  const role = roles.find((known) => known === row.role)
  if (!role || !isLive(row, now())) return null
  const { id: sessionId, staff_id: staffId, name, email } = row
  return { sessionId, staffId, name, email, role, permissions: permissionsOf(role) }
}

function ends(): EventEmitter {
  return oncePerProcess('session-ends', () => new EventEmitter().setMaxListeners(0))
}
