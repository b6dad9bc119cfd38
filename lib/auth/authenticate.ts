import 'server-only'
import { database } from '#lib/database/connection.ts'
import { unsealSessionId } from './session-cookie.ts'
import { findSession } from './sessions.ts'
import type { SignedIn } from './signed-in.ts'

/** Who comes with this sealed session, or null. */
export async function authenticate(
  sealed: string | undefined,
  find: typeof findSession = findSession,
): Promise<SignedIn | null> {
  const sessionId = await unsealSessionId(sealed)
  return sessionId === null ? null : find(await database(), sessionId)
}
