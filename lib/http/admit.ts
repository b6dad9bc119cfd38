import 'server-only'
import { ACCOUNT_HEADER } from '#contract/account-header.ts'
import type { Permission } from '#contract/permission.ts'
import { authenticate } from '#lib/auth/authenticate.ts'
import type { HeaderReader } from '#lib/auth/public-origin.ts'
import type { findSession } from '#lib/auth/sessions.ts'
import type { SignedIn } from '#lib/auth/signed-in.ts'
import { problem } from '#lib/runtime/problem.ts'

export interface Caller {
  sealed: string | undefined
  headers: HeaderReader
}

/**
 * Who comes with this sealed session, if they may do this; throws `unauthenticated` or `forbidden`. A page that shows
 * somebody else's name is of a session that is over, whatever the cookie says.
 */
export async function admit(
  { sealed, headers }: Caller,
  permission: 'signed_in' | Permission,
  find?: typeof findSession,
): Promise<SignedIn> {
  const session = await authenticate(sealed, find)
  if (!session) throw problem('unauthenticated')
  const shown = headers.get(ACCOUNT_HEADER)
  if (shown !== null && shown !== session.staffId) {
    const detail = 'Somebody else has signed in on this browser since.'
    throw problem('unauthenticated', { detail })
  }
  if (permission !== 'signed_in' && !session.permissions.includes(permission)) {
    throw problem('forbidden')
  }
  return session
}
