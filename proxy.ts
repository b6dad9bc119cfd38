import { randomBytes } from 'node:crypto'
import { NextResponse, type NextRequest } from 'next/server'
import { publicOrigin } from '#lib/auth/public-origin.ts'
import { cookieName } from '#lib/auth/session-cookie.ts'
import { pageHeaders } from '#lib/http/page-headers.ts'

const openPages = new Set(['/sign-in', '/set-up'])

/**
 * Sends whoever has no session cookie to the sign-in page and puts the security headers on pages. It decides nothing
 * about rights: every page and every route does that for itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const origin = publicOrigin(request.headers)
  const { pathname, search } = request.nextUrl
  const isOpenPage = openPages.has(pathname)
  if (!isOpenPage && !request.cookies.has(cookieName(origin))) {
    const signIn = request.nextUrl.clone()
    signIn.pathname = '/sign-in'
    signIn.search = pathname === '/' ? '' : `?to=${encodeURIComponent(pathname + search)}`
    return NextResponse.redirect(signIn, 303)
  }
  // The compiler puts the word in, so it is no setting of the operator's.
  // oxlint-disable-next-line no-restricted-properties
  const isDevelopment = process.env.NODE_ENV === 'development'
  const answered = pageHeaders({
    nonce: randomBytes(16).toString('base64'),
    origin,
    mayUseCamera: !isOpenPage,
    isDevelopment,
  })
  // Next takes the nonce for its own scripts from the policy in the request.
  const asked = new Headers(request.headers)
  asked.set('content-security-policy', answered.get('content-security-policy') ?? '')
  return NextResponse.next({ request: { headers: asked }, headers: answered })
}

export const config = {
  // The API answers for itself, and these files are the same for everybody. Files are named one by one, since an
  // address that only looks like one ends on a page, which needs its policy.
  matcher: ['/((?!api(?:/|$)|_next/|icon\\.svg$).*)'],
}
