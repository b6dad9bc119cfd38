import 'server-only'
import { describeSession } from '#lib/auth/describe-session.ts'
import { publicOrigin } from '#lib/auth/public-origin.ts'
import { setSessionCookie } from '#lib/auth/session-cookie.ts'
import { findSession, type Device } from '#lib/auth/sessions.ts'
import type { Database } from '#lib/database/open-database.ts'
import { problem } from '#lib/runtime/problem.ts'
import { answer } from './answer.ts'
import { clientAddress } from './client-address.ts'

export function deviceOf(request: Request): Device {
  return {
    address: clientAddress(request.headers),
    userAgent: request.headers.get('user-agent'),
  }
}

/** Hands a session that has just begun to the browser, and says whose it is. */
export async function sessionAnswer(
  status: number,
  db: Database,
  request: Request,
  sessionId: string,
): Promise<Response> {
  const signedIn = await findSession(db, sessionId)
  if (!signedIn) throw problem('unauthenticated')
  const response = answer(status, describeSession(signedIn, publicOrigin(request.headers)))
  await setSessionCookie(request, response.headers, sessionId)
  return response
}
