import 'server-only'
import http from 'node:http'
import net from 'node:net'
import { createWalletClient } from '../client.ts'
import { isWalletError, type WalletError } from '../errors.ts'
import type { CallRecord, WalletConfig, WalletHooks } from '../call.ts'

/** Real servers on loopback that say whatever a test wants the wallet to have said. */

export interface ReceivedRequest {
  method: string
  target: string
  headers: http.IncomingHttpHeaders
  body: string
}

export type Script = (response: http.ServerResponse, request: ReceivedRequest) => void

export interface StubWallet extends AsyncDisposable {
  url: string
  port: number
  received: ReceivedRequest[]
  /** How many connections were opened. */
  connections: () => number
}

/** Answers the first request by the first script and so on, later ones by the last. */
export async function startStubWallet(...scripts: Script[]): Promise<StubWallet> {
  const received: ReceivedRequest[] = []
  let connections = 0
  const server = http.createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const request = {
        method: incoming.method ?? '',
        target: incoming.url ?? '',
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString(),
      }
      received.push(request)
      const script = scripts[Math.min(received.length, scripts.length) - 1]
      script?.(response, request)
    })
  })
  server.on('connection', () => {
    connections += 1
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    received,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** Talks bytes instead of HTTP, once something has been received. */
export async function startRawWallet(
  talk: (socket: net.Socket) => void,
): Promise<AsyncDisposable & { url: string }> {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('data', () => talk(socket))
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = net.createServer()
  const port = await listen(server)
  await new Promise((done) => server.close(done))
  return port
}

export function says(value: unknown, status = 200, headers: Record<string, string> = {}): Script {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(value))
  }
}

export function saysHtml(status: number): Script {
  return (response) => {
    response.writeHead(status, { 'content-type': 'text/html' })
    response.end('<html><body>Please sign in to the hotel network</body></html>')
  }
}

export const exampleCredentials = {
  clientId: 'wkVd93h2uS',
  macKey: 'IrdTc8uQodU7PRpLzzLTW6wqZAO6tAMU',
}

/** A client of that server, and everything that its hooks were told. */
export function clientOf(url: string, config: Partial<WalletConfig> = {}, hooks: WalletHooks = {}) {
  const records: CallRecord[] = []
  const logged: unknown[] = []
  const client = createWalletClient(
    { apiUrl: url, ...exampleCredentials, timeoutMs: 2000, ...config },
    {
      afterCall: (record) => records.push(record),
      log: (event, details) => logged.push({ event, ...details }),
      ...hooks,
    },
  )
  return { client, records, logged, [Symbol.dispose]: () => client.close() }
}

/** The error that a call ends in; a call that succeeds, or fails in another way, fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<WalletError> {
  try {
    await call
  } catch (error) {
    if (isWalletError(error)) return error
    throw error
  }
  throw new Error('The call succeeded.')
}

/** The fields of a request's Authorization header. */
export function signatureOf(request: ReceivedRequest | undefined): Map<string, string> {
  const header = request?.headers.authorization ?? ''
  const fields = header.matchAll(/(\w+)="([^"]*)"/g)
  return new Map([...fields].map(([, name = '', value = '']) => [name, value]))
}

async function listen(server: net.Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
