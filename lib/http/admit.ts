import 'server-only'
import type { Permission } from '#contract/permission.ts'
import { authenticate } from '#lib/auth/authenticate.ts'
import type { findSession } from '#lib/auth/sessions.ts'
import type { SignedIn } from '#lib/auth/signed-in.ts'
import { problem } from '#lib/runtime/problem.ts'

/** Who comes with this sealed session, if they may do this; throws `unauthenticated` or `forbidden`. */
export async function admit(
  sealed: string | undefined,
  permission: 'signed_in' | Permission,
  find?: typeof findSession,
): Promise<SignedIn> {
  const session = await authenticate(sealed, find)
  if (!session) throw problem('unauthenticated')
  if (permission !== 'signed_in' && !session.permissions.includes(permission)) {
    throw problem('forbidden')
  }
  return session
}
