import 'server-only'

/** Set by the server in front of Next from the peer's address or from proxies that it trusts, whatever a caller sends. */
const CLIENT_HEADER = 'x-spotboard-client'

export function clientAddress(headers: Headers): string | null {
  return headers.get(CLIENT_HEADER)
}
