import { isIP } from 'node:net'

type Peer = { peer: string | undefined; forwardedFor: string | undefined; trustProxy: number }

/**
 * Whose request it is. Each proxy appends the address that it saw to X-Forwarded-For, so with n trusted
 * proxies the n-th entry from the right was written by the outermost of them; what stands left of it was
 * sent by the client and proves nothing. A request with fewer entries came past the outer proxies.
 */
export function clientAddress({ peer = '', forwardedFor = '', trustProxy }: Peer): string {
  const seenByProxies = forwardedFor.split(',').map((entry) => entry.trim())
  const named = trustProxy === 0 ? undefined : seenByProxies.slice(-trustProxy)[0]
  return plainAddress(named !== undefined && isIP(named) > 0 ? named : peer)
}

/** A server that listens on all addresses sees IPv4 peers as IPv6 ones. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
