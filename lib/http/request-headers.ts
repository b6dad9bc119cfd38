import 'server-only'
import type { HeaderReader } from '#lib/auth/public-origin.ts'
import { problem } from '#lib/runtime/problem.ts'
import { invalid } from './parse.ts'

/** The caller's own name for one intent: 16 to 64 printable ASCII characters. */
export function idempotencyKey(headers: Headers): string {
  const key = headers.get('idempotency-key') ?? ''
  if (/^[ -~]{16,64}$/.test(key)) return key
  throw invalid([
    { path: 'Idempotency-Key', message: 'must be a header of 16 to 64 printable ASCII characters' },
  ])
}

/**
 * Whether the caller has this already, by `If-None-Match`. Compared weakly (RFC 9110, 13.1.2), since a proxy that
 * compresses answers makes their tags weak.
 */
export function hasAlready(headers: HeaderReader, etag: string): boolean {
  const tags = (headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim())
  return tags.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)
}

/** The version that the caller has seen, from `If-Match: "3"`. */
export function expectedVersion(headers: Headers): number {
  const match = headers.get('if-match')
  if (match === null) {
    throw problem('precondition_required', {
      detail: 'If-Match must name the version that this was made on, for example If-Match: "3".',
    })
  }
  const version = /^"(0|[1-9]\d{0,14})"$/.exec(match)?.[1]
  if (version !== undefined) return Number(version)
  throw invalid([{ path: 'If-Match', message: 'must be one version in quotes, such as "3"' }])
}
