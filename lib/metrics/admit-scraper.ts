import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { environment } from '#lib/runtime/environment.ts'
import { problem } from '#lib/runtime/problem.ts'

/** Lets in whoever brings the token of `METRICS_TOKEN`; without the variable there is no such address. */
export function admitScraper(headers: Headers): void {
  const { metricsToken } = environment()
  if (metricsToken === undefined) {
    throw problem('not_found', { detail: 'There is no such address.' })
  }
  const [, given = ''] = /^bearer +(\S+)$/i.exec(headers.get('authorization') ?? '') ?? []
  if (!isSame(given, metricsToken)) throw problem('unauthenticated')
}

/** In the same time whatever is given: of two hashes nobody learns how much of a token was right. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(hash(given), hash(expected))
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
