import 'server-only'
import type { Session } from '#contract/session.ts'
import { environment } from '#lib/runtime/environment.ts'
import { isUnprotected } from './public-origin.ts'
import type { SignedIn } from './signed-in.ts'

/** What the browser is told about its session. */
export function describeSession(signedIn: SignedIn, origin: string | null): Session {
  return {
    staffId: signedIn.staffId,
    name: signedIn.name,
    email: signedIn.email,
    role: signedIn.role,
    permissions: [...signedIn.permissions],
    mode: environment().mode,
    unprotected: isUnprotected(origin),
  }
}
