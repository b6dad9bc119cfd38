import { get } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { address } from '#contract/address.ts'
import { Door } from './parts/door.ts'
import { answersASecond } from './parts/requests.ts'
import { inWords, printRows, quantileOf, ratios, RUNS } from './parts/spread.ts'
import { Viewers } from './parts/viewers.ts'

const VIEWERS = 1000
const SPOTS = 40
const SATURATED_MS = 4000
const CHANGES = 40
const CONNECTIONS = 32
const ASKED_MS = 3000

interface Run {
  deliveredASecond: number
  cpuUsAThousand: number
  bytesAViewer: number
  delaysMs: number[]
  floorsASecond: number
  unchangedASecond: number
}

const runs: { ours: Run; bare: Run }[] = []
// The first run only warms up the machine.
for (let run = -1; run < RUNS; run += 1) {
  const measured = { ours: await measure('ours'), bare: await measure('bare') }
  if (run >= 0) runs.push(measured)
}
print()

async function measure(which: 'ours' | 'bare'): Promise<Run> {
  const door = await Door.open(which, SPOTS)
  const cookies = await door.cookies(VIEWERS)
  try {
    const asked = await measureRequests(door, cookies[0] ?? '')
    return { ...asked, ...(await measureStreams(door, cookies)) }
  } finally {
    await door.close()
  }
}

async function measureStreams(door: Door, cookies: readonly string[]) {
  const viewers = new Viewers()
  // What the first streams make the process load and compile is not a viewer's.
  await viewers.come(door.port, cookies.slice(0, 50))
  viewers.leave()
  await delay(200)
  const before = await door.residentBytes()
  await viewers.come(door.port, cookies)
  await delay(1500)
  const bytesAViewer = ((await door.residentBytes()) - before) / VIEWERS

  for (let change = 0; change < CHANGES; change += 1) {
    await door.publish()
    while (viewers.delays() < (change + 1) * VIEWERS) await delay(20)
    await delay(20)
  }
  const delaysMs = viewers.takeDelays()

  await door.saturate(1000)
  await delay(500)
  viewers.takeEvents()
  const { events, cpuUs, tookMs } = await door.saturate(SATURATED_MS)
  const deliveredASecond = viewers.takeEvents() / (tookMs / 1000)
  viewers.leave()
  return {
    deliveredASecond,
    cpuUsAThousand: cpuUs / events / (VIEWERS / 1000),
    bytesAViewer,
    delaysMs,
  }
}

async function measureRequests(door: Door, cookie: string) {
  const asking = { port: door.port, connections: CONNECTIONS, forMs: ASKED_MS, headers: { cookie } }
  const { port } = door
  const headers = { cookie, 'accept-encoding': 'gzip' }
  const sent = get({ host: '127.0.0.1', port, path: address.floor, headers, agent: false })
  const [answer]: IncomingMessage[] = await once(sent, 'response')
  answer?.resume()
  const etag = answer?.headers.etag ?? ''
  await answersASecond({ ...asking, forMs: 500 }, 200)
  const floorsASecond = await answersASecond(asking, 200)
  const unchanged = { ...asking, headers: { cookie, 'if-none-match': etag } }
  return { floorsASecond, unchangedASecond: await answersASecond(unchanged, 304) }
}

function print(): void {
  const rows = (
    title: string,
    of: (run: Run) => number,
    unit: string,
    { digits = 0, least, most }: { digits?: number; least?: number; most?: number },
  ): [string, string][] => {
    const ours = runs.map((run) => of(run.ours))
    const bare = runs.map((run) => of(run.bare))
    const quotients = ratios(ours, bare)
    const isKept =
      (least === undefined || Math.min(...quotients) >= least) &&
      (most === undefined || Math.max(...quotients) <= most)
    const limit = least === undefined ? `at most ${most}` : `at least ${least}`
    return [
      [title, inWords(ours, unit, digits)],
      ['  bare', inWords(bare, unit, digits)],
      ['  ours ÷ bare', `${inWords(quotients, '', 2)}; ${limit}: ${isKept ? 'kept' : 'exceeded'}`],
    ]
  }
  const delays = (of: 'ours' | 'bare') => runs.map((run) => quantileOf(run[of].delaysMs, 0.99))
  printRows([
    ...rows('events delivered a second', (run) => run.deliveredASecond, '', { least: 0.9 }),
    ...rows('CPU of 1,000 events', (run) => run.cpuUsAThousand, 'µs', { most: 1.2 }),
    ...rows('memory of an idle viewer', (run) => run.bytesAViewer / 1000, 'kB', {
      digits: 1,
      most: 2,
    }),
    ...rows('floors a second', (run) => run.floorsASecond, '', { least: 0.3 }),
    ...rows('unchanged floors a second', (run) => run.unchangedASecond, '', { least: 0.5 }),
    ['change until it arrives, 99 of 100', `${inWords(delays('ours'), 'ms', 1)}; at most 25`],
    ['  bare', inWords(delays('bare'), 'ms', 1)],
  ])
}
