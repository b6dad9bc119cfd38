import 'server-only'

/** A session ends after this time, however busy it is. */
export const SESSION_LIFE_MS = 7 * 24 * 60 * 60_000

/** It ends earlier when nobody uses it: a shift and a half, so that a break is no sign-out and a lost phone is. */
export const SESSION_IDLE_MS = 12 * 60 * 60_000

/** How exactly the last use is remembered; every request would otherwise be a write. */
const SEEN_STEP_MS = 60_000

export interface SessionTimes {
  last_seen_at: number
  expires_at: number
  revoked_at: number | null
}

export function isLive(session: SessionTimes, atMs: number): boolean {
  return (
    session.revoked_at === null &&
    atMs < session.expires_at &&
    atMs < session.last_seen_at + SESSION_IDLE_MS
  )
}

export function isSeenDue(session: SessionTimes, atMs: number): boolean {
  return atMs >= session.last_seen_at + SEEN_STEP_MS
}
