import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { address as addressOf } from '#contract/address.ts'
import { openDoor, type Door } from '../e2e/fixtures/door.ts'
import { launchBrowser } from './parts/browser.ts'
import { clickTime, hang, shownAt } from './parts/in-the-page.ts'
import { leaderOf } from './parts/leading-tab.ts'
import { startPractice } from './parts/practice.ts'
import { inWords, printRows, quantileOf, RUNS } from './parts/spread.ts'
import { startWatchedWallet, type WatchedWallet } from './parts/watched-wallet.ts'

const LIMITS = { streams: 1, answerMs: 100, takeOverMs: 2000, tileP95Ms: 150 }
const TABS = 8
const GUESTS = 4
/** What hangs longer than this counts as not answered. */
const PATIENCE_MS = 5000
const HANG_MS = 6000

interface Run {
  streams: number
  answerMs: number[]
  clickMs: number[]
  tileMs: number[]
  closedMs: number
  hangsMs: number
  aloneStreams: number
  aloneAnswered: number
}

const browser = await launchBrowser()
const runs: Run[] = []
try {
  for (let run = 0; run < RUNS; run += 1) runs.push(await measure(browser))
} finally {
  await browser.close()
}
print(runs)

async function measure(from: Browser): Promise<Run> {
  const wallet = await startWatchedWallet()
  const practice = await startPractice({
    WALLET_API_URL: wallet.url,
    WALLET_CALLS_PER_MINUTE: '100000',
    WALLET_CALLS_PER_HOUR: '1000000',
  })
  const door = await openDoor(practice.address)
  try {
    const spotId = await wallet.scan(1)
    const ours = await signedIn(from, door, practice.cookie)
    const leader = leaderOf(ours)
    const pages = await openTabs(ours, door)
    for (const page of pages) await showsWaiting(page, spotId)
    const { open: streams } = door.streams()
    const answerMs = (await Promise.all(pages.map(answerTime))).map((ms) => ms ?? Infinity)
    const clickMs: number[] = []
    for (const page of pages) {
      // Only what is in front draws at full speed.
      await page.bringToFront()
      clickMs.push(await page.evaluate(clickTime, `/spots/${spotId}`))
    }
    const tileMs: number[] = []
    for (let guest = 0; guest < GUESTS; guest += 1) {
      tileMs.push(...(await tileTimes(wallet, pages, guest + 2)))
    }

    const closedMs = await untilAnotherListens(door, await leader(), (page) => page.close())
    const hangsMs = await untilAnotherListens(door, await leader(), beginToHang)
    await ours.close()

    const alone = await signedIn(from, door, practice.cookie)
    await alone.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'))
    const lonely = await openTabs(alone, door)
    const { open: aloneStreams } = door.streams()
    const answers = await Promise.all(lonely.map(answerTime))
    const aloneAnswered = answers.filter((ms) => ms !== undefined).length
    await alone.close()
    return {
      streams,
      answerMs,
      clickMs,
      tileMs,
      closedMs,
      hangsMs,
      aloneStreams,
      aloneAnswered,
    }
  } finally {
    await door.close()
    await practice.stop()
    await wallet.stop()
  }
}

async function signedIn(from: Browser, door: Door, cookie: string): Promise<BrowserContext> {
  const context = await from.newContext()
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: door.url }])
  return context
}

/** Tabs that do not answer stay as they are. */
async function openTabs(context: BrowserContext, door: Door): Promise<Page[]> {
  const pages: Page[] = []
  for (let count = 0; count < TABS; count += 1) {
    const page = await context.newPage()
    await page.goto(`${door.url}/`, { timeout: PATIENCE_MS }).catch(() => undefined)
    pages.push(page)
  }
  return pages
}

async function showsWaiting(page: Page, spotId: number): Promise<void> {
  await page.locator(`a[href="/spots/${spotId}"][data-state="waiting"]`).first().waitFor()
}

/** How long a tab takes to read the floor; undefined where it gave up. */
async function answerTime(page: Page): Promise<number | undefined> {
  if (!page.url().startsWith('http')) return undefined
  return page.evaluate(
    async ({ path, patienceMs }) => {
      const startedAt = performance.now()
      const signal = AbortSignal.timeout(patienceMs)
      const answered = fetch(path, { signal, cache: 'no-store' }).then((answer) => answer.text())
      return answered.then(
        () => performance.now() - startedAt,
        () => undefined,
      )
    },
    { path: addressOf.floor, patienceMs: PATIENCE_MS },
  )
}

/** A guest checks in; how long after the wallet was asked who waits each tab has the tile that says so. */
async function tileTimes(wallet: WatchedWallet, pages: Page[], table: number): Promise<number[]> {
  const scannedAt = Date.now()
  const spotId = await wallet.scan(table)
  const shown = await Promise.all(
    pages.map((page) => page.evaluate(shownAt, `a[href="/spots/${spotId}"][data-state="waiting"]`)),
  )
  const askedAt = wallet.askedWhoWaitsAfter(scannedAt) ?? NaN
  return shown.map((at) => at - askedAt)
}

/** It may still hang when its browser is closed. */
function beginToHang(page: Page): void {
  page.evaluate(hang, HANG_MS).catch(() => undefined)
}

/** How long after this loss of the leading tab another one opens the stream. */
async function untilAnotherListens(
  door: Door,
  leader: Page,
  lose: (leader: Page) => unknown,
): Promise<number> {
  const { opened } = door.streams()
  const startedAt = performance.now()
  await lose(leader)
  while (door.streams().opened === opened) await delay(5)
  return performance.now() - startedAt
}

function verdict(isKept: boolean): string {
  return isKept ? 'kept' : 'exceeded'
}

function print(measured: readonly Run[]): void {
  const row = (of: (run: Run) => number) => measured.map((run) => of(run))
  const most = (of: (run: Run) => number) => Math.max(...row(of))
  const slowest = row(({ answerMs }) => Math.max(...answerMs))
  const tileP95 = row(({ tileMs }) => quantileOf(tileMs, 0.95))
  const takeOver = Math.max(
    most(({ closedMs }) => closedMs),
    most(({ hangsMs }) => hangsMs),
  )
  const streams = row((run) => run.streams)
  printRows([
    [`streams of ${TABS} tabs`, inWords(streams, '')],
    ['limit', `${LIMITS.streams}, ${verdict(Math.max(...streams) <= LIMITS.streams)}`],
    ['slowest of all tabs to read the floor at once', inWords(slowest, 'ms')],
    ['limit', `${LIMITS.answerMs} ms, ${verdict(Math.max(...slowest) <= LIMITS.answerMs)}`],
    [
      'slowest of all tabs to open a table, one after the other',
      inWords(
        row(({ clickMs }) => Math.max(...clickMs)),
        'ms',
      ),
    ],
    [
      'another tab listens, leader closed',
      inWords(
        row(({ closedMs }) => closedMs),
        'ms',
      ),
    ],
    [
      'another tab listens, leader hangs',
      inWords(
        row(({ hangsMs }) => hangsMs),
        'ms',
      ),
    ],
    ['limit', `${LIMITS.takeOverMs} ms, ${verdict(takeOver <= LIMITS.takeOverMs)}`],
    [
      'asked who waits until shown, median',
      inWords(
        row(({ tileMs }) => quantileOf(tileMs, 0.5)),
        'ms',
      ),
    ],
    ['asked who waits until shown, 95 of 100', inWords(tileP95, 'ms')],
    ['limit', `${LIMITS.tileP95Ms} ms, ${verdict(Math.max(...tileP95) <= LIMITS.tileP95Ms)}`],
    [
      'tabs that cannot hear each other: streams',
      inWords(
        row(({ aloneStreams }) => aloneStreams),
        '',
      ),
    ],
    [
      'tabs that cannot hear each other: answer',
      inWords(
        row(({ aloneAnswered }) => aloneAnswered),
        '',
      ),
    ],
  ])
}
