import 'server-only'
import { createHash, createHmac, randomBytes } from 'node:crypto'

/** MAC request signing of the wallet: https://developers.paysera.com/en/wallet/basics */

export interface MacCredentials {
  clientId: string
  macKey: string
}

/** What a signature covers. `uri` is the request target exactly as it stands on the request line. */
export interface SignedParts {
  ts: string
  nonce: string
  method: string
  uri: string
  host: string
  port: number
  ext: string
}

/** Which project or location a call is for, when one client stands for several. */
export interface MacScope {
  projectId?: number | undefined
  locationId?: number | undefined
}

export function macOf(macKey: string, parts: SignedParts): string {
  const { ts, nonce, method, uri, host, port, ext } = parts
  const normalised = [ts, nonce, method.toUpperCase(), uri, host.toLowerCase(), port, ext]
  return createHmac('sha256', macKey)
    .update(normalised.map((line) => `${line}\n`).join(''))
    .digest('base64')
}

/**
 * The `ext` value: a query string with the body's hash first and the scope after it, encoded as PHP
 * does; empty when there is neither. `body` is the very text that is sent, since the hash is over
 * bytes and JSON written twice need not be the same bytes.
 */
export function extOf(body: string | undefined, scope: MacScope): string {
  const pairs: string[] = []
  if (body) {
    const hash = createHash('sha256').update(body).digest('base64')
    pairs.push(`body_hash=${encodeURIComponent(hash)}`)
  }
  if (scope.projectId !== undefined) pairs.push(`project_id=${scope.projectId}`)
  if (scope.locationId !== undefined) pairs.push(`location_id=${scope.locationId}`)
  return pairs.join('&')
}

/** The Authorization header; `ext` is left out when it is empty. */
export function authorizationOf(credentials: MacCredentials, parts: SignedParts): string {
  const { clientId, macKey } = credentials
  const fields = [
    `id="${clientId}"`,
    `ts="${parts.ts}"`,
    `nonce="${parts.nonce}"`,
    `mac="${macOf(macKey, parts)}"`,
  ]
  if (parts.ext) fields.push(`ext="${parts.ext}"`)
  return `MAC ${fields.join(', ')}`
}

/** 32 alphanumerics, never the same twice. */
export function freshNonce(): string {
  return randomBytes(16).toString('hex')
}
