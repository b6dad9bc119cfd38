import 'server-only'
import { database } from '#lib/database/connection.ts'
import { sealedSession, unsealSessionId } from './session-cookie.ts'
import { findLiveRow, findSession } from './sessions.ts'
import type { SignedIn } from './signed-in.ts'

/** Who makes this request, or null. */
export async function authenticate(request: Request): Promise<SignedIn | null> {
  const sessionId = await unsealSessionId(sealedSession(request))
  return sessionId === null ? null : findSession(await database(), sessionId)
}

/**
 * For a stream that stays open: cheap enough to ask every second or two, and the only way to see what another process
 * has ended. What this process ends is told at once by `onSessionEnd`.
 */
export async function isSessionAlive(sessionId: string): Promise<boolean> {
  return (await findLiveRow(await database(), sessionId)) !== null
}
