import 'server-only'
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { nodeCookies, sealData, unsealData, webCookies } from 'iron-session'
import * as z from 'zod/mini'
import { environment } from '#lib/runtime/environment.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { isHttps, publicOrigin } from './public-origin.ts'
import { SESSION_LIFE_MS } from './session-life.ts'

/** Ids only: the facts are in the database, where they can be changed and taken back. */
const Content = z.strictObject({ sessionId: z.string() })

/** The mark of its version stands behind what a seal vouches for, and iron-session would take any other for it. */
const MARKED_SEAL = /^[^~]+~2$/

/** About 2 MB. More seals than that are in use only where many thousands of browsers come. */
const KEPT_SEALS = 5000

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

/** The same of a request that Next has not seen. */
export function sealedSessionOf(
  request: IncomingMessage,
  response: ServerResponse,
  origin: string | null,
): string | undefined {
  return nodeCookies(request, response).read(cookieName(origin))
}

/** The newest secret seals, which is the first one. */
export async function sealSessionId(
  sessionId: string,
  [newest = '']: readonly string[] = environment().sessionSecrets,
): Promise<string> {
  return sealData({ sessionId }, { password: numbered([newest]), ttl: lifeS })
}

/**
 * The session id in a sealed value, or null for anything that was not sealed here or is too old. What was unsealed once
 * is remembered, since that takes longer than the rest of most answers: a seal never comes to mean anything else, and
 * the database knows when its session is over.
 */
export async function unsealSessionId(sealed: string | undefined): Promise<string | null> {
  if (sealed === undefined) return null
  const kept = unsealed()
  const known = kept.get(sealed)
  if (known !== undefined) return known
  const sessionId = await unsealWith(sealed, environment().sessionSecrets)
  if (sessionId === null) return null
  if (kept.size >= KEPT_SEALS) kept.clear()
  kept.set(sealed, sessionId)
  return sessionId
}

export async function unsealWith(
  sealed: string,
  secrets: readonly string[],
): Promise<string | null> {
  if (!MARKED_SEAL.test(sealed)) return null
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

function unsealed(): Map<string, string> {
  return oncePerProcess('unsealed-sessions', () => new Map())
}

function isSecure(origin: string | null): boolean {
  return isHttps(origin) || /^http:\/\/localhost(:\d+)?$/.test(origin ?? '')
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
