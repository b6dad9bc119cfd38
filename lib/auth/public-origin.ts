import 'server-only'
import { environment } from '#lib/runtime/environment.ts'

/** What a request's headers and the headers of a page's render have in common. */
export interface HeaderReader {
  get(name: string): string | null
}

export interface OriginSettings {
  publicOrigin: string | undefined
  trustProxy: number
}

/** The origin under which the browser knows us, or null where the request does not tell. */
export function publicOrigin(headers: HeaderReader): string | null {
  return originOf(headers, environment())
}

export function originOf(headers: HeaderReader, settings: OriginSettings): string | null {
  if (settings.publicOrigin !== undefined) return settings.publicOrigin
  const host = headers.get('host') ?? ''
  if (!/^[\w.:[\]-]+$/.test(host)) return null
  return URL.parse(`${scheme(headers, settings.trustProxy)}://${host}`)?.origin ?? null
}

/** Each proxy may append a word of its own, so with n of them the n-th from the right is the first that we trust. */
function scheme(headers: HeaderReader, trustProxy: number): 'http' | 'https' {
  if (trustProxy === 0) return 'http'
  const words = (headers.get('x-forwarded-proto') ?? '').split(',').map((word) => word.trim())
  return words[Math.max(0, words.length - trustProxy)] === 'https' ? 'https' : 'http'
}

export function isHttps(origin: string | null): boolean {
  return origin !== null && origin.startsWith('https:')
}

/** Plain HTTP over a network: whoever listens there can take a session over. */
export function isUnprotected(origin: string | null): boolean {
  return (
    !isHttps(origin) &&
    !/^http:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(origin ?? '')
  )
}
