import { once } from 'node:events'
import http from 'node:http'
import * as z from 'zod/mini'
import { startSandbox } from './sandbox.ts'

const Creation = z.object({ payments: z.array(z.object({ price: z.int() })) })

/** The sandbox behind a door that notes what passes and when, by the clock of this process. */
export interface WatchedWallet {
  url: string
  /** When the creation of a transaction of this amount came in. */
  askedAt: (amountMinor: number) => number | undefined
  /** How many calls that change something came in so far. */
  writes: () => number
  /** Every call that came in so far, with the time by the clock of this process. */
  calls: () => readonly { at: number; path: string }[]
  /** What the wallet answers to a call that nobody has signed. */
  ask: (path: string, body?: object) => Promise<unknown>
  /** When it was asked who waits, by the clock of the day, for the first time after that moment. */
  askedWhoWaitsAfter: (at: number) => number | undefined
  /** A guest checks in at a table of that number; answers the spot's id. */
  scan: (table: number) => Promise<number>
  stop: () => Promise<void>
}

export async function startWatchedWallet(): Promise<WatchedWallet> {
  const sandbox = await startSandbox()
  const { port, url: sandboxURL, control, scan } = sandbox
  const askedAt = new Map<number, number>()
  const calls: { at: number; path: string }[] = []
  const askedWhoWaitsAt: number[] = []
  let writes = 0
  // An idle connection is given up before the sandbox ends it.
  const agent = new http.Agent({ keepAlive: true, timeout: 3000 })
  const door = http.createServer((asked, answer) => {
    const at = performance.now()
    const { method = '', url = '', headers } = asked
    calls.push({ at, path: url })
    if (method !== 'GET') writes += 1
    else if (url.includes('status=waiting')) askedWhoWaitsAt.push(Date.now())
    // The host stays as it was asked for, since it is part of what is signed.
    const passed = http.request({ port, host: '127.0.0.1', method, path: url, headers, agent })
    passed.on('response', (given) => {
      answer.writeHead(given.statusCode ?? 500, given.headers)
      given.pipe(answer)
    })
    if (method === 'POST' && url === '/rest/v1/transaction') {
      let body = ''
      asked.setEncoding('utf8').on('data', (text: string) => (body += text))
      asked.on('end', () => {
        askedAt.set(Creation.parse(JSON.parse(body)).payments[0]?.price ?? NaN, at)
        passed.end(body)
      })
    } else {
      asked.pipe(passed)
    }
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  const address = door.address()
  const doorPort = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${doorPort}`,
    askedAt: (amountMinor) => askedAt.get(amountMinor),
    writes: () => writes,
    calls: () => calls,
    ask: async (path, body) => {
      await control('settings', { signatures: 'off', merchantSeesOrders: true })
      const answer = await fetch(`${sandboxURL}${path}`, {
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
        headers: { 'content-type': 'application/json' },
      })
      if (!answer.ok) throw new Error(`The wallet answered ${answer.status}`)
      return answer.json()
    },
    askedWhoWaitsAfter: (at) => askedWhoWaitsAt.find((asked) => asked >= at),
    scan,
    stop: () => {
      door.close()
      door.closeAllConnections()
      agent.destroy()
      return sandbox.stop()
    },
  }
}
