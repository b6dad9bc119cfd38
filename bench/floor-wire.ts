import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { address } from '#contract/address.ts'
import { Door } from './parts/door.ts'
import { askForAWhile } from './parts/requests.ts'
import { inWords, printRows, quantileOf, ratios, RUNS } from './parts/spread.ts'
import { Viewers } from './parts/viewers.ts'

const VIEWERS = 1000
const SPOTS = 40
const CHANGES = 30
const CONNECTIONS = 32
/** The two take turns, so that whatever else the machine does slows both down. */
const TURNS = 4
const SATURATED_MS = 800
const ASKED_MS = 500

/** Sums of all turns, or one figure. */
interface Measured {
  bytesAViewer: number
  delaysMs: number[]
  delivered: number
  deliveredInMs: number
  published: number
  publishedUs: number
  floors: Asked
  unchanged: Asked
}

interface Asked {
  answers: number
  inMs: number
  cpuUs: number
}

const runs: { ours: Measured; bare: Measured }[] = []
for (let run = 0; run < RUNS; run += 1) runs.push(await measure())
print()

async function measure(): Promise<(typeof runs)[number]> {
  const [ours, bare] = [await begin('ours'), await begin('bare')]
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const one of [ours, bare]) await saturate(one)
    for (const one of [ours, bare]) await ask(one)
  }
  for (const { door, viewers } of [ours, bare]) {
    viewers.leave()
    await door.close()
  }
  return { ours: ours.measured, bare: bare.measured }
}

/** Opens a door and lets the viewers come, and measures what they cost while little happens. */
async function begin(which: 'ours' | 'bare') {
  const door = await Door.open(which, SPOTS)
  const cookies = await door.cookies(VIEWERS)
  const viewers = new Viewers()
  // What the first streams make the process load and compile is not a viewer's.
  await viewers.come(door.port, cookies.slice(0, 50))
  viewers.leave()
  await delay(200)
  const before = await door.residentBytes()
  await viewers.come(door.port, cookies)
  await delay(1500)
  const bytesAViewer = ((await door.residentBytes()) - before) / VIEWERS

  // Code that runs for the first time is slow everywhere.
  await door.saturate(SATURATED_MS)
  await delay(500)
  for (let change = 0; change < CHANGES; change += 1) {
    await door.publish()
    while (viewers.delays() < (change + 1) * VIEWERS) await delay(20)
    await delay(20)
  }
  const delaysMs = viewers.takeDelays()
  const cookie = cookies[0] ?? ''
  const etag = await etagAt(door.port, cookie)
  for (const status of [200, 304] as const) await askOnce(door, { cookie, etag }, status)
  const none: Asked = { answers: 0, inMs: 0, cpuUs: 0 }
  const measured: Measured = {
    bytesAViewer,
    delaysMs,
    delivered: 0,
    deliveredInMs: 0,
    published: 0,
    publishedUs: 0,
    floors: { ...none },
    unchanged: { ...none },
  }
  return { door, viewers, cookie, measured }
}

type Begun = Awaited<ReturnType<typeof begin>>

async function saturate({ door, viewers, measured }: Begun): Promise<void> {
  viewers.takeEvents()
  const { events, cpuUs, tookMs } = await door.saturate(SATURATED_MS)
  measured.delivered += viewers.takeEvents()
  measured.deliveredInMs += tookMs
  measured.published += events
  measured.publishedUs += cpuUs
  await delay(300)
}

async function ask({ door, cookie, measured }: Begun): Promise<void> {
  const known = { cookie, etag: await etagAt(door.port, cookie) }
  for (const [status, sum] of [
    [200, measured.floors],
    [304, measured.unchanged],
  ] as const) {
    const { answers, inMs, cpuUs } = await askOnce(door, known, status)
    sum.answers += answers
    sum.inMs += inMs
    sum.cpuUs += cpuUs
  }
}

async function askOnce(
  door: Door,
  { cookie, etag }: { cookie: string; etag: string },
  status: 200 | 304,
): Promise<Asked> {
  const headers = { cookie, ...(status === 304 ? { 'if-none-match': etag } : {}) }
  const before = await door.cpuUs()
  const asking = { port: door.port, connections: CONNECTIONS, forMs: ASKED_MS, headers }
  const { answers, tookMs } = await askForAWhile(asking, status)
  return { answers, inMs: tookMs, cpuUs: (await door.cpuUs()) - before }
}

async function etagAt(port: number, cookie: string): Promise<string> {
  const headers = { cookie, 'accept-encoding': 'gzip' }
  const sent = get({ host: '127.0.0.1', port, path: address.floor, headers, agent: false })
  const [answer]: IncomingMessage[] = await once(sent, 'response')
  answer?.resume()
  return answer?.headers.etag ?? ''
}

interface Limit {
  digits?: number
  least?: number
  most?: number
}

function rows(
  title: string,
  of: (run: Measured) => number,
  unit: string,
  { digits = 0, least, most }: Limit,
): [string, string][] {
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

function slowest(which: 'ours' | 'bare'): string {
  const delays = runs.map((run) => quantileOf(run[which].delaysMs, 0.99))
  return inWords(delays, 'ms', 1)
}

function answersASecond({ answers, inMs }: Asked): number {
  return (answers / inMs) * 1000
}

function cpuOfOne({ answers, cpuUs }: Asked): number {
  return cpuUs / answers
}

function print(): void {
  printRows([
    ...rows('events delivered a second', (run) => (run.delivered / run.deliveredInMs) * 1000, '', {
      least: 0.9,
    }),
    ...rows(
      'CPU of 1,000 events',
      (run) => run.publishedUs / run.published / (VIEWERS / 1000),
      'µs',
      { most: 1.2 },
    ),
    ...rows('memory of an idle viewer', (run) => run.bytesAViewer / 1000, 'kB', {
      digits: 1,
      most: 2,
    }),
    ...rows('floors a second', (run) => answersASecond(run.floors), '', { least: 0.3 }),
    ...rows('CPU of one', (run) => cpuOfOne(run.floors), 'µs', { most: 3.33 }),
    ...rows('unchanged floors a second', (run) => answersASecond(run.unchanged), '', {
      least: 0.5,
    }),
    ...rows('CPU of one', (run) => cpuOfOne(run.unchanged), 'µs', { most: 2 }),
    ['change until it arrives, 99 of 100', `${slowest('ours')}; at most 25 ms`],
    ['  bare', slowest('bare')],
  ])
}
