import 'server-only'
import http from 'node:http'
import https from 'node:https'

/**
 * One HTTP exchange. Not fetch: what is signed must be the exact request target, no redirect may be
 * followed, and when there is no answer we need to know whether the request can have arrived.
 */

export interface WireRequest {
  method: string
  /** Path and query, as they were signed. */
  target: string
  headers: Readonly<Record<string, string>>
  body?: string | undefined
  /** For everything: connecting, sending, and the whole answer. */
  timeLeftMs: number
  signal?: AbortSignal | undefined
}

export type AnswerHead = Pick<http.IncomingMessage, 'statusCode' | 'headers'>

export type Exchange =
  | { kind: 'answer'; status: number; headers: http.IncomingHttpHeaders; body: Buffer }
  /** An answer began, but was cut off, was no HTTP, or was longer than any answer should be. */
  | { kind: 'broken'; why: string; message?: AnswerHead | undefined; cause?: unknown }
  | { kind: 'none'; why: string; mayHaveArrived: boolean; cause?: unknown }

export interface Transport {
  /** Never rejects. */
  exchange: (request: WireRequest) => Promise<Exchange>
  close: () => void
}

const largestAnswerBytes = 2 * 1024 * 1024
const idleSocketMs = 30_000
/** A host that does not even accept connections must not use up the whole deadline. */
const connectShare = 1 / 3

export function createTransport(apiUrl: URL): Transport {
  const secure = apiUrl.protocol === 'https:'
  const options = { keepAlive: true, maxFreeSockets: 8, timeout: idleSocketMs }
  const agent = secure ? new https.Agent(options) : new http.Agent(options)
  const open = secure ? https.request : http.request
  const target = {
    agent,
    host: apiUrl.hostname.replace(/^\[|\]$/g, ''),
    port: apiUrl.port || (secure ? 443 : 80),
  }
  return {
    exchange: (request) =>
      exchange(
        () =>
          open({
            ...target,
            method: request.method,
            path: request.target,
            headers: request.headers,
          }),
        request,
        secure ? 'secureConnect' : 'connect',
      ),
    close: () => agent.destroy(),
  }
}

function exchange(
  open: () => http.ClientRequest,
  request: WireRequest,
  connectedEvent: 'connect' | 'secureConnect',
): Promise<Exchange> {
  const { signal, timeLeftMs } = request
  if (signal?.aborted) {
    const why = 'given up before it was sent'
    return Promise.resolve({ kind: 'none', why, mayHaveArrived: false, cause: signal.reason })
  }
  return new Promise((resolve) => {
    const outgoing = open()
    let mayHaveArrived = false
    let incoming: http.IncomingMessage | undefined

    const settle = (outcome: Exchange): void => {
      clearTimeout(deadline)
      clearTimeout(connectLimit)
      signal?.removeEventListener('abort', giveUp)
      if (outcome.kind !== 'answer') outgoing.destroy()
      resolve(outcome)
    }
    const fail = (why: string, cause?: unknown): void =>
      settle({ kind: 'none', why, mayHaveArrived, cause })
    const giveUp = (): void => fail('given up by the caller', signal?.reason)
    const deadline = setTimeout(() => fail('no whole answer within the deadline'), timeLeftMs)
    const connectLimit = setTimeout(() => fail('no connection in time'), timeLeftMs * connectShare)
    const connected = (): void => {
      mayHaveArrived = true
      clearTimeout(connectLimit)
    }
    signal?.addEventListener('abort', giveUp)

    outgoing.on('socket', (socket) => {
      // Only a socket that is still connecting has certainly carried nothing yet. With TLS nothing
      // is sent before the certificate has been accepted, which is what secureConnect says.
      if (socket.connecting) socket.once(connectedEvent, connected)
      else connected()
    })
    outgoing.on('error', (cause: NodeJS.ErrnoException) => {
      if (isParseError(cause)) {
        settle({ kind: 'broken', why: 'not HTTP', message: incoming, cause: withoutBytes(cause) })
      } else if (incoming) {
        settle({ kind: 'broken', why: 'cut off', message: incoming, cause })
      } else {
        fail(cause.code ?? 'the connection failed', cause)
      }
    })
    outgoing.on('close', () => {
      // Without this an answer that switches protocols would end neither as answer nor as error.
      if (!incoming) fail('closed without an answer')
    })
    outgoing.on('response', (message) => {
      incoming = message
      collect(message, settle)
    })
    outgoing.end(request.body)
  })
}

function collect(message: http.IncomingMessage, settle: (outcome: Exchange) => void): void {
  const chunks: Buffer[] = []
  let size = 0
  message.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    size += chunk.length
    if (size > largestAnswerBytes) settle({ kind: 'broken', why: 'too long', message })
  })
  message.on('error', (cause) => settle({ kind: 'broken', why: 'cut off', message, cause }))
  message.on('end', () => {
    const { statusCode: status = 0, headers } = message
    settle({ kind: 'answer', status, headers, body: Buffer.concat(chunks) })
  })
}

function isParseError(cause: NodeJS.ErrnoException): boolean {
  return cause.code?.startsWith('HPE_') ?? false
}

/** Node's parse errors carry the bytes that they failed on, and those must not reach a log. */
function withoutBytes(cause: Error): Error {
  return new Error(cause.message)
}
