import 'server-only'
import type { Database } from '#lib/database/open-database.ts'
import { now } from '#lib/runtime/clock.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { findSession, onSessionEnds } from './sessions.ts'
import type { SignedIn } from './signed-in.ts'

/** How long a session that another process has ended may still be let in. */
const BELIEVED_MS = 1000
const KEPT_SESSIONS = 5000

interface Found {
  at: number
  session: Promise<SignedIn | null>
}

/**
 * `findSession` for what every screen reads again and again: believes what the database said within the last second.
 * What this process ends is forgotten at once.
 */
export function findRecentSession(db: Database, sessionId: string): Promise<SignedIn | null> {
  const kept = recent()
  const at = now()
  const known = kept.get(sessionId)
  if (known && at - known.at < BELIEVED_MS && at >= known.at) return known.session
  // Kept before the database has answered: an end that is announced meanwhile takes the answer away with it.
  const session = findSession(db, sessionId)
  kept.delete(sessionId)
  kept.set(sessionId, { at, session })
  session.catch(() => kept.delete(sessionId))
  if (kept.size > KEPT_SESSIONS) forgetOldest(kept)
  return session
}

function forgetOldest(kept: Map<string, Found>): void {
  for (const [oldest] of kept) {
    kept.delete(oldest)
    return
  }
}

function recent(): Map<string, Found> {
  return oncePerProcess('recent-sessions', () => {
    const kept = new Map<string, Found>()
    onSessionEnds((sessionId) => kept.delete(sessionId))
    return kept
  })
}
