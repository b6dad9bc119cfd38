import 'server-only'
import { redirect } from 'next/navigation'
import type { Session } from '#contract/session.ts'
import { currentSession } from '#lib/auth/current-session.ts'

/** Who is signed in; everybody else is sent to the sign-in page. Each page asks, since a layout is not asked again. */
export async function requireSession(): Promise<Session> {
  return (await currentSession()) ?? redirect('/sign-in')
}
