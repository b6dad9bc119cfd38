import { fork } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { createServer, request, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import * as z from 'zod/mini'
import { plainEnvironment } from './service.ts'

/** The documentation's example client, which the sandbox knows and practice uses. */
const CLIENT_ID = 'wkVd93h2uS'
const MAC_KEY = 'IrdTc8uQodU7PRpLzzLTW6wqZAO6tAMU'
const Port = z.object({ port: z.int() })

/** Stands where the wallet calls back, and keeps what comes until it is handed on. */
export interface CallbackPost {
  url: string
  /** The next so many callbacks about held payments, as they came. */
  take: (count: number) => Promise<string[]>
  close: () => void
}

export async function openCallbackPost(): Promise<CallbackPost> {
  const held: string[] = []
  const news = new EventEmitter()
  const server = createServer((asked, answer) => {
    void text(asked).then((body) => {
      answer.end('OK')
      if (body.includes('%22reserved%22')) held.push(body)
      news.emit('one more')
      return undefined
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/`,
    take: async (count) => {
      while (held.length < count) await once(news, 'one more')
      return held.splice(0, count)
    },
    close: () => server.close(),
  }
}

/** Hands a callback on; answers when, by this process's clock. */
export function handOn(address: string, body: string): number {
  const sent = request(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    },
  })
  sent.on('response', (answer) => answer.resume())
  sent.end(body)
  return performance.now()
}

/** A screen that notes when which amount is first told as held. */
export interface Screen {
  toldAt: (amountMinor: number) => Promise<number>
  leave: () => void
}

export async function openScreen(address: string, cookie?: string): Promise<Screen> {
  const told = new Map<number, number>()
  const news = new EventEmitter().setMaxListeners(0)
  const asked = request(address, { headers: cookie === undefined ? {} : { cookie } })
  asked.end()
  const [stream]: IncomingMessage[] = await once(asked, 'response')
  if (stream?.statusCode !== 200) throw new Error('The stream was refused.')
  let rest = ''
  stream.setEncoding('utf8').on('data', (part: string) => {
    const at = performance.now()
    // An amount may arrive in two pieces.
    rest = rest.slice(-40) + part
    for (const [, minor] of rest.matchAll(/"heldMinor":(\d+)[,}]/g)) {
      if (!told.has(Number(minor))) told.set(Number(minor), at)
    }
    news.emit('told')
  })
  return {
    toldAt: async (amountMinor) => {
      for (;;) {
        const at = told.get(amountMinor)
        if (at !== undefined) return at
        await once(news, 'told')
      }
    },
    leave: () => void asked.destroy(),
  }
}

/** The bare receiver of callbacks, in a process of its own. */
export async function startBareReceiver(walletURL: string) {
  const child = fork(
    join(import.meta.dirname, 'doors', 'callbacks.ts'),
    [walletURL, CLIENT_ID, MAC_KEY],
    { execArgv: ['--conditions=react-server'], env: plainEnvironment() },
  )
  const [first]: unknown[] = await once(child, 'message')
  return {
    address: `http://127.0.0.1:${Port.parse(first).port}/`,
    stop: async () => {
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  return typeof address === 'object' && address ? address.port : 0
}
