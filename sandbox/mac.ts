import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** What an `Authorization: MAC …` header says, each value as it was quoted. */
export interface MacHeader {
  id: string
  ts: string
  nonce: string
  mac: string
  /** Empty when the header has none: both sign the same empty line. */
  ext: string
}

/** The parts of a request that its signature covers beside those of the header. */
export interface SignedParts {
  method: string
  /** Path and query with the very bytes of the request line, as latin1 text. */
  target: string
  host: string
  port: string
}

const required = ['id', 'ts', 'nonce', 'mac'] as const
const known: readonly string[] = [...required, 'ext']

/**
 * Reads quoted strings instead of splitting at commas, since a nonce may hold commas, spaces and
 * equals signs. Anything that does not fit to the last byte gives `undefined`.
 */
export function parseMacHeader(header: string): MacHeader | undefined {
  if (!header.startsWith('MAC ')) return undefined
  const parameter = /([a-z]+)="([\x20\x21\x23-\x5B\x5D-\x7E]*)"(?:, ?(?=[a-z])|$)/y
  const values = new Map<string, string>()
  parameter.lastIndex = 'MAC '.length
  while (parameter.lastIndex < header.length) {
    const match = parameter.exec(header)
    const [, name, value] = match ?? []
    if (name === undefined || value === undefined) return undefined
    if (!known.includes(name) || values.has(name)) return undefined
    values.set(name, value)
  }
  const [id, ts, nonce, mac] = required.map((name) => values.get(name))
  if (!id || !ts || !nonce || !mac) return undefined
  return { id, ts, nonce, mac, ext: values.get('ext') ?? '' }
}

export function macOf(key: string, header: Omit<MacHeader, 'mac'>, parts: SignedParts): string {
  const lines = [
    header.ts,
    header.nonce,
    parts.method,
    parts.target,
    parts.host,
    parts.port,
    header.ext,
  ]
  const text = lines.map((line) => `${line}\n`).join('')
  return createHmac('sha256', Buffer.from(key, 'latin1'))
    .update(Buffer.from(text, 'latin1'))
    .digest('base64')
}

/** Compares the texts: base64 that only decodes to the same bytes is another signature. */
export function macHolds(key: string, header: MacHeader, parts: SignedParts): boolean {
  const expected = Buffer.from(macOf(key, header, parts))
  const given = Buffer.from(header.mac)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** Whether `ext` vouches for exactly these bytes; an empty body needs no hash. */
export function bodyHashHolds(ext: URLSearchParams, body: Buffer): boolean {
  const hashes = ext.getAll('body_hash')
  if (hashes.length === 0) return body.length === 0
  return hashes.length === 1 && hashes[0] === bodyHash(body)
}

export function bodyHash(body: Buffer): string {
  return createHash('sha256').update(body).digest('base64')
}

/**
 * The hosts and ports that a signature may name. The published clients disagree on the port of an
 * address that is not on 443, and behind a stand-in the canonical host is as good as the real one.
 */
export function acceptedAuthorities(hostHeader: string): { host: string; port: string }[] {
  const match = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(hostHeader.toLowerCase())
  const canonical = { host: 'wallet.paysera.com', port: '443' }
  const host = match?.[1]
  if (!host) return [canonical]
  return [{ host, port: match[2] ?? '80' }, { host, port: '443' }, canonical]
}
