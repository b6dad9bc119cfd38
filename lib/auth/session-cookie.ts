import 'server-only'
import { createHash } from 'node:crypto'
import { sealData, unsealData, webCookies } from 'iron-session'
import * as z from 'zod/mini'
import { environment } from '#lib/runtime/environment.ts'
import { isHttps, publicOrigin } from './public-origin.ts'
import { SESSION_LIFE_MS } from './session-life.ts'

/** Ids only: the facts are in the database, where they can be changed and taken back. */
const Content = z.strictObject({ sessionId: z.string() })

/** The mark of its version stands behind what a seal vouches for, and iron-session would take any other for it. */
const MARKED_SEAL = /^[^~]+~2$/

const lifeS = SESSION_LIFE_MS / 1000

/**
 * `__Host-` keeps other hosts and plain HTTP from planting a cookie of theirs. Browsers accept it only with `Secure`,
 * which works over https and on `localhost`; everywhere else the cookie has the other name and goes without.
 */
export function cookieName(origin: string | null): string {
  return isSecure(origin) ? '__Host-spotboard' : 'spotboard'
}

export async function setSessionCookie(
  request: Request,
  answer: Headers,
  sessionId: string,
): Promise<void> {
  write(request, answer, await sealSessionId(sessionId), lifeS)
}

export function clearSessionCookie(request: Request, answer: Headers): void {
  write(request, answer, '', 0)
}

export function sealedSession(request: Request): string | undefined {
  return webCookies(request, new Headers()).read(cookieName(publicOrigin(request.headers)))
}

/** The newest secret seals, which is the first one. */
export async function sealSessionId(
  sessionId: string,
  [newest = '']: readonly string[] = environment().sessionSecrets,
): Promise<string> {
  return sealData({ sessionId }, { password: numbered([newest]), ttl: lifeS })
}

/** The session id in a sealed value, or null for anything that was not sealed here or is too old. */
export async function unsealSessionId(
  sealed: string | undefined,
  secrets: readonly string[] = environment().sessionSecrets,
): Promise<string | null> {
  if (sealed === undefined || !MARKED_SEAL.test(sealed)) return null
  const content = await unsealData(sealed, { password: numbered(secrets), ttl: lifeS })
  const parsed = Content.safeParse(content)
  return parsed.success ? parsed.data.sessionId : null
}

/**
 * `Lax`, so that a link or a QR code to the dashboard opens it signed in. What changes something is safe by the
 * same-origin check, which every such call passes.
 */
function write(request: Request, answer: Headers, value: string, maxAgeS: number): void {
  const origin = publicOrigin(request.headers)
  webCookies(request, answer).write(cookieName(origin), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(origin),
    maxAge: maxAgeS,
  })
}

function isSecure(origin: string | null): boolean {
  return isHttps(origin) || (origin !== null && URL.parse(origin)?.hostname === 'localhost')
}

/**
 * A seal names its secret by number. A number that came from the place in the list would change as secrets are
 * added and dropped, and everybody would be signed out; one that comes from the secret itself stays.
 */
function numbered(secrets: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    secrets.map((secret) => [createHash('sha256').update(secret).digest().readUInt32BE(), secret]),
  )
}
