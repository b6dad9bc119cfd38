import { setTimeout as delay } from 'node:timers/promises'
import { Floor } from '#contract/floor-schema.ts'
import { address as addressOf } from '#contract/address.ts'
import { buildBarePage, startBarePage } from './parts/bare-page.ts'
import { startPractice, type Practice } from './parts/practice.ts'
import { residentBytes } from './parts/resident-memory.ts'
import { inWords, printRows, ratios, RUNS } from './parts/spread.ts'

const LIMITS = { readyMs: 5000, residentBytes: 250_000_000 }
const SHIFT_MS = 60_000
const SAMPLE_EVERY_MS = 1000
/** Comes after each so many samples, to the next table. */
const GUEST_EVERY = 5

interface Run {
  answersAfterMs: number
  saysSoAfterMs: number
  bareAnswersAfterMs: number
  residentBytes: number
  mostResidentBytes: number
  bareResidentBytes: number
}

const barePage = buildBarePage()
await buildSpotboard()
const runs: Run[] = []
for (let run = 0; run < RUNS; run += 1) runs.push(await measure())
print(runs)

/** The first start builds where nothing is built yet, and brings both into the system's file cache. */
async function buildSpotboard(): Promise<void> {
  const [practice, bare] = [await startPractice(), await startBarePage(barePage)]
  await Promise.all([practice.stop(), bare.stop()])
}

async function measure(): Promise<Run> {
  const bare = await startBarePage(barePage)
  try {
    const practice = await startPractice()
    try {
      const resident = await residentThroughShift(practice, bare.address)
      return {
        answersAfterMs: practice.answersAfterMs,
        saysSoAfterMs: practice.saysSoAfterMs,
        bareAnswersAfterMs: bare.answersAfterMs,
        residentBytes: resident.at(-1) ?? NaN,
        mostResidentBytes: Math.max(...resident),
        bareResidentBytes: residentBytes(bare.pid, /next-server|next start/),
      }
    } finally {
      await practice.stop()
    }
  } finally {
    await bare.stop()
  }
}

/** A minute in which guests come while one screen listens; the pages have been looked at once before. */
async function residentThroughShift(practice: Practice, bareAddress: string): Promise<number[]> {
  const { address, cookie } = practice
  const screen = new AbortController()
  const stream = await visit(`${address}${addressOf.floorStream}`, cookie, screen.signal)
  const hearing = stream.body?.pipeTo(new WritableStream()).catch(() => undefined)
  for (const page of ['/', '/spots/1', '/spots/1/orders/new', '/menu']) {
    await (await visit(`${address}${page}`, cookie)).text()
    await (await fetch(bareAddress)).text()
  }

  const samples: number[] = []
  const endsAt = performance.now() + SHIFT_MS
  while (performance.now() < endsAt) {
    await delay(SAMPLE_EVERY_MS)
    samples.push(residentBytes(practice.pid, /bin\/dashboard\.ts/))
    if (samples.length % GUEST_EVERY === 0) {
      await bringGuest(practice.sandboxAddress, samples.length / GUEST_EVERY)
    }
  }

  const { tiles } = Floor.parse(await (await visit(`${address}${addressOf.floor}`, cookie)).json())
  if (!tiles.some((tile) => tile.spot?.status === 'waiting')) throw new Error('No guest came.')
  screen.abort()
  await hearing
  return samples
}

async function bringGuest(sandboxAddress: string, table: number): Promise<void> {
  const answer = await fetch(`${sandboxAddress}/__control/scan`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ guest: `guest ${table}`, code: `PAYSERA*3:TABLE${table}` }),
  })
  if (!answer.ok) throw new Error(`Table ${table} could not be scanned: ${answer.status}`)
}

async function visit(address: string, cookie: string, signal?: AbortSignal): Promise<Response> {
  const answer = await fetch(address, {
    headers: { cookie },
    redirect: 'error',
    signal: signal ?? null,
  })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return answer
}

function verdict(isKept: boolean): string {
  return isKept ? 'kept' : 'exceeded'
}

function print(measured: readonly Run[]): void {
  const seconds = (of: (run: Run) => number) => measured.map((run) => of(run) / 1000)
  const megabytes = (of: (run: Run) => number) => measured.map((run) => of(run) / 1_000_000)
  const ready = seconds((run) => run.answersAfterMs)
  const bareReady = seconds((run) => run.bareAnswersAfterMs)
  const resident = megabytes((run) => run.residentBytes)
  const most = megabytes((run) => run.mostResidentBytes)
  const bareResident = megabytes((run) => run.bareResidentBytes)
  printRows([
    ['npm start until it answers', inWords(ready, 's', 2)],
    [
      'npm start until it says so',
      inWords(
        seconds((run) => run.saysSoAfterMs),
        's',
        2,
      ),
    ],
    ['bare page until it answers', inWords(bareReady, 's', 2)],
    ['ours ÷ bare', inWords(ratios(ready, bareReady), '', 2)],
    [
      'limit',
      `${LIMITS.readyMs / 1000} s, ${verdict(Math.max(...ready) * 1000 <= LIMITS.readyMs)}`,
    ],
    ['dashboard after a minute', inWords(resident, 'MB')],
    ['dashboard at most', inWords(most, 'MB')],
    ['bare page after a minute', inWords(bareResident, 'MB')],
    ['ours ÷ bare', inWords(ratios(resident, bareResident), '', 2)],
    [
      'limit',
      `${LIMITS.residentBytes / 1_000_000} MB, ${verdict(Math.max(...most) * 1_000_000 <= LIMITS.residentBytes)}`,
    ],
  ])
}
