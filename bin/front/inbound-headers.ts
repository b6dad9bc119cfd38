import type { IncomingMessage } from 'node:http'
import { clientAddress } from './client-address.ts'

/** Words between proxies, or between Next's own parts, or between this server and our routes: not a client's to say. */
const internal =
  /^(x-spotboard-|x-middleware-|x-nextjs-(?!(html-)?request-id$)|x-next-|x-invoke-|x-now-|x-vercel-|x-matched-path$|x-rewrite|x-original-|next-resume$|next-action$)/
const fromProxies = /^(x-forwarded-|forwarded$|x-real-ip$)/

/** Makes a request's headers safe to believe: afterwards `x-spotboard-client` is the client's address. */
export function settleHeaders(request: IncomingMessage, trustProxy: number): void {
  const { headers } = request
  const forwardedFor = headers['x-forwarded-for']
  const client = clientAddress({
    peer: request.socket.remoteAddress,
    forwardedFor: Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor,
    trustProxy,
  })
  for (const name of Object.keys(headers)) {
    if (internal.test(name) || (trustProxy === 0 && fromProxies.test(name))) {
      Reflect.deleteProperty(headers, name)
    }
  }
  headers['x-spotboard-client'] = client
}
