import 'server-only'
import { isHttps } from '#lib/auth/public-origin.ts'

const standing = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}

/** A JSON answer with a status of its own; a handler that returns plain data answers 200. */
export function answer(status: number, body: object, headers: HeadersInit = {}): Response {
  return Response.json(body, { status, headers })
}

/** What every answer of the API carries, unless its handler has said otherwise. */
export function withStandingHeaders(response: Response, origin: string | null): Response {
  for (const [name, value] of Object.entries(standing)) {
    if (!response.headers.has(name)) response.headers.set(name, value)
  }
  if (isHttps(origin)) response.headers.set('strict-transport-security', 'max-age=31536000')
  return response
}
