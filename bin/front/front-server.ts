import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { DirectAnswer } from '#lib/http/reading.ts'
import { refuse } from '#lib/http/refuse.ts'
import { isShuttingDown, onShutdown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'
import { problem } from '#lib/runtime/problem.ts'
import { settleHeaders } from './inbound-headers.ts'
import { isMisspeltApiAddress, isReadOnly, isWellFormed } from './request-target.ts'

interface Behind {
  /** How many proxies in front may name the client's address. */
  trustProxy: number
  /** Answers that do not need Next, by the path that they stand for. */
  direct?: ReadonlyMap<string, DirectAnswer>
}

/**
 * For what a client sends; answers may take as long as they like, since streams stay open. Idle
 * connections outlive the 60 s of the usual proxies, which otherwise reuse one that is just closing.
 */
const limits = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
}

/**
 * The methods that Next hands to routes; it fails on TRACE and has no JSON for the others. OPTIONS is refused
 * everywhere, in the words of the address that was asked, so every other method is refused as if it were that one.
 */
const routed: ReadonlySet<string | undefined> = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
])

/** The only door of the process: what reaches Next has a sane target and headers that can be believed. */
export function makeFrontServer(handle: DirectAnswer, behind: Behind): Server {
  const server = createServer(limits, (request, response) => {
    response.once('close', () => {
      if (isShuttingDown()) closeIdleSoon(server)
    })
    answer(handle, behind, request, response).catch((err: unknown) => {
      log().error({ err, method: request.method }, 'a request failed outside every route')
      response.destroy()
    })
  })
  return server
}

/**
 * Closing a server ends the connections that are idle then. One whose stream ends a moment later would
 * be kept for the next request, and the shutdown would wait for it in vain.
 */
function closeIdleSoon(server: Server): void {
  setImmediate(() => server.closeIdleConnections())
}

async function answer(
  handle: DirectAnswer,
  { trustProxy, direct }: Behind,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = request.url ?? ''
  if (isShuttingDown()) response.setHeader('connection', 'close')
  const [path = ''] = target.split('?', 1)
  const answerDirectly = direct?.get(path)
  if (answerDirectly) {
    settleHeaders(request, trustProxy)
    return answerDirectly(request, response)
  }
  if (!isWellFormed(target)) {
    return refuse(response, problem('invalid', { detail: 'The address is not well-formed.' }))
  }
  if (isMisspeltApiAddress(target)) return refuse(response, problem('not_found'))
  if (isReadOnly(target) && request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(response, problem('method_not_allowed'), { allow: 'GET, HEAD' })
  }
  settleHeaders(request, trustProxy)
  if (!routed.has(request.method)) request.method = 'OPTIONS'
  return handle(request, response)
}

/** Stops accepting at once, and leaves the shutdown's stage "requests" to wait for those in flight. */
export function closeGracefully(server: Server): void {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  onShutdown('http server', () => closed, 'requests')
}
