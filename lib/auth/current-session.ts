import 'server-only'
import { cookies, headers } from 'next/headers.js'
import { cache } from 'react'
import type { Session } from '#contract/session.ts'
import { database } from '#lib/database/connection.ts'
import { describeSession } from './describe-session.ts'
import { publicOrigin } from './public-origin.ts'
import { cookieName, unsealSessionId } from './session-cookie.ts'
import { findSession } from './sessions.ts'

/** For pages: who is signed in, or null. Asked once a render, however many layouts want to know. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const origin = publicOrigin(await headers())
  const sealed = (await cookies()).get(cookieName(origin))?.value
  const sessionId = await unsealSessionId(sealed)
  if (sessionId === null) return null
  const signedIn = await findSession(await database(), sessionId)
  return signedIn && describeSession(signedIn, origin)
})
