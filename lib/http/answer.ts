import 'server-only'
import { isHttps } from '#lib/auth/public-origin.ts'

const standing = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}

const standingOverHttps = { ...standing, 'strict-transport-security': 'max-age=31536000' }

/** A JSON answer with a status of its own; a handler that returns plain data answers 200. */
export function answer(status: number, body: object, headers: HeadersInit = {}): Response {
  return Response.json(body, { status, headers })
}

/** What every answer of the API carries, unless its handler has said otherwise. */
export function withStandingHeaders(response: Response, origin: string | null): Response {
  for (const [name, value] of Object.entries(standingHeaders(origin))) {
    if (!response.headers.has(name)) response.headers.set(name, value)
  }
  return response
}

/** The same for an answer that Next has no part in. */
export function standingHeaders(origin: string | null): Readonly<Record<string, string>> {
  return isHttps(origin) ? standingOverHttps : standing
}
