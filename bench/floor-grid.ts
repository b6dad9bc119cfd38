/* oxlint-disable unicorn/consistent-function-scoping -- A function that runs in the page has only what stands inside it. */
import type { Browser, CDPSession, Page } from '@playwright/test'
import { buildBarePage, startBarePage } from './parts/bare-page.ts'
import { launchBrowser } from './parts/browser.ts'
import { startPractice } from './parts/practice.ts'
import { inWords, printRows, ratios, RUNS } from './parts/spread.ts'
import { floorOf, patchOf, stubStream, tileAt } from './parts/stubbed-stream.ts'

const SPOTS = 1000
const SLOWED = 4
const SINGLE_CHANGES = 50
const RUSH = { everyMs: 20, changes: 100 }
const limits = { mountRatio: 0.35, oneMs: 4, allMs: 150, longestTaskMs: 50 }

interface Measured {
  mountMs: number
  wholeMs: number
  mountSlowedMs: number
  oneMs: number
  allMs: number
  longestTaskMs: number
}

const barePage = buildBarePage()
const browser = await launchBrowser()
const practice = await startPractice()
const bare = await startBarePage(barePage)
try {
  const floors: Measured[] = []
  const plains: Measured[] = []
  for (let run = 0; run < RUNS; run += 1) {
    floors.push(await measure(browser, `${practice.address}/`, practice.cookie))
    plains.push(await measure(browser, `${bare.address}/plain-floor`))
    console.log(`  run ${run + 1} of ${RUNS} is done`)
  }
  print(floors, plains)
} finally {
  await browser.close()
  await Promise.all([practice.stop(), bare.stop()])
}

async function measure(from: Browser, address: string, cookie?: string): Promise<Measured> {
  const { paintMs: mountMs, wholeMs } = await onPage(from, address, cookie, 1, mount)
  return onPage(from, address, cookie, SLOWED, async (page, cdp) => {
    const { paintMs: mountSlowedMs } = await mount(page)
    const oneMs = await oneChange(page, cdp)
    const allMs = await everyChange(page, SINGLE_CHANGES)
    const longestTaskMs = await rush(page, SINGLE_CHANGES + 1)
    return { mountMs, wholeMs, mountSlowedMs, oneMs, allMs, longestTaskMs }
  })
}

async function onPage<Result>(
  from: Browser,
  address: string,
  cookie: string | undefined,
  slowed: number,
  act: (page: Page, cdp: CDPSession) => Promise<Result>,
): Promise<Result> {
  const context = await from.newContext({ viewport: { width: 1280, height: 800 } })
  if (cookie !== undefined) {
    const [name = '', value = ''] = cookie.split(/=(.*)/s)
    await context.addCookies([{ name, value, url: new URL(address).origin }])
  }
  const page = await context.newPage()
  await stubStream(page)
  await page.goto(address)
  await page.waitForFunction(() => window.hears())
  await settled(page)
  const cdp = await context.newCDPSession(page)
  // By the time that the page's thread had a processor: what else the machine does is no work of the page.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowed })
  const result = await act(page, cdp)
  await context.close()
  return result
}

/** From the first news of the floor until a frame with it has been painted, and until every place stands. */
async function mount(page: Page): Promise<{ paintMs: number; wholeMs: number }> {
  const startedAt = await page.evaluate(() => performance.now())
  const paintMs = await toPaint(page, 'snapshot', floorOf(SPOTS, Date.now()), 0)
  const wholeMs = await page.evaluate(
    async ([count, since]) => {
      while (document.querySelectorAll('ul.grid > li > a').length < count) {
        await new Promise((resolve) => setTimeout(resolve))
      }
      return performance.now() - since
    },
    [SPOTS, startedAt] as const,
  )
  return { paintMs, wholeMs }
}

/** Script, style and layout that one changed tile in view costs, without what frames cost in which nothing changes. */
async function oneChange(page: Page, cdp: CDPSession): Promise<number> {
  const now = Date.now()
  const messages = Array.from({ length: SINGLE_CHANGES }, (_, round) => ({
    data: JSON.stringify(patchOf(round, [tileAt(3, round + 1, now)], now)),
    version: round + 1,
  }))
  await settled(page)
  const quiet = await workedInFrames(
    page,
    cdp,
    messages.map(() => null),
  )
  return ((await workedInFrames(page, cdp, messages)) - quiet) / SINGLE_CHANGES
}

/** What the page works while it is told one patch, or nothing, in each frame. */
async function workedInFrames(
  page: Page,
  cdp: CDPSession,
  messages: readonly ({ data: string; version: number } | null)[],
): Promise<number> {
  const before = await workedMs(cdp)
  await page.evaluate(async (all) => {
    for (const message of all) {
      if (message !== null) window.tell('patch', message.data, message.version)
      await window.painted()
    }
  }, messages)
  return (await workedMs(cdp)) - before
}

async function everyChange(page: Page, version: number): Promise<number> {
  const now = Date.now()
  const tiles = Array.from({ length: SPOTS }, (_, index) => tileAt(index, 3, now))
  return toPaint(page, 'patch', patchOf(version, tiles, now), version + 1)
}

/** The longest task while one tile after the other changes, 50 times a second. */
async function rush(page: Page, version: number): Promise<number> {
  const now = Date.now()
  const messages = Array.from({ length: RUSH.changes }, (_, step) => ({
    data: JSON.stringify(patchOf(version + step, [tileAt((step * 7) % SPOTS, 5, now)], now)),
    version: version + step + 1,
  }))
  await settled(page)
  return page.evaluate(
    async ([all, everyMs]) => {
      let longest = 0
      const note = (list: PerformanceObserverEntryList) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
      }
      const observer = new PerformanceObserver(note)
      observer.observe({ type: 'longtask' })
      for (const message of all) {
        window.tell('patch', message.data, message.version)
        await new Promise((resolve) => setTimeout(resolve, everyMs))
      }
      await new Promise((resolve) => setTimeout(resolve, 1000))
      for (const { duration } of observer.takeRecords()) longest = Math.max(longest, duration)
      observer.disconnect()
      return longest
    },
    [messages, RUSH.everyMs] as const,
  )
}

/**
 * Milliseconds from a message until the frame that shows it has been painted: not always the next one, since React may
 * draw later than that. The first table tells whether the news is there.
 */
async function toPaint(page: Page, event: string, told: object, version: number): Promise<number> {
  return page.evaluate(
    async ([name, data, leadsTo]) => {
      const first = () => document.querySelector('ul.grid > li > a')?.textContent
      const before = first()
      const startedAt = performance.now()
      window.tell(name, data, leadsTo)
      let isThere = false
      while (!isThere) isThere = await window.painted(() => first() !== before)
      return performance.now() - startedAt
    },
    [event, JSON.stringify(told), version] as const,
  )
}

/** Until the page has nothing left to do. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
}

async function workedMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const seconds = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN
  const names = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration']
  return names.reduce((sum, name) => sum + seconds(name), 0) * 1000
}

function print(floors: readonly Measured[], plains: readonly Measured[]): void {
  const row = (of: readonly Measured[], name: keyof Measured) => of.map((run) => run[name])
  const rows: [label: string, name: keyof Measured, limit: number | null][] = [
    [`mount of ${SPOTS}, to paint`, 'mountMs', null],
    [`mount of ${SPOTS}, whole`, 'wholeMs', null],
    [`mount of ${SPOTS}, to paint, ${SLOWED}× slowed`, 'mountSlowedMs', null],
    ['one changes: script, style and layout', 'oneMs', limits.oneMs],
    ['all change, to paint', 'allMs', limits.allMs],
    ['50 changes a second: longest task', 'longestTaskMs', limits.longestTaskMs],
  ]
  for (const [label, name, limit] of rows) {
    const [ours, peer] = [row(floors, name), row(plains, name)]
    console.log(`  ${label}`)
    printRows([
      ['  grid', inWords(ours, 'ms', 1)],
      ['  plain list', inWords(peer, 'ms', 1)],
      ['  grid ÷ plain list', inWords(ratios(ours, peer), '', 2)],
      ...(limit === null ? [] : [verdict(ours, limit, 'ms')]),
      ...(name === 'mountMs' ? [verdict(ratios(ours, peer), limits.mountRatio, '')] : []),
    ])
  }
}

function verdict(values: readonly number[], limit: number, unit: string): [string, string] {
  return ['  limit', `${limit} ${unit}, ${Math.max(...values) <= limit ? 'kept' : 'exceeded'}`]
}
