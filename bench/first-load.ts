import type { Browser } from '@playwright/test'
import { buildBarePage, startBarePage } from './parts/bare-page.ts'
import { launchBrowser } from './parts/browser.ts'
import { codeFetchedAt, type FetchedCode } from './parts/fetched-code.ts'
import { startPractice } from './parts/practice.ts'
import { inWords, printRows, ratios, RUNS } from './parts/spread.ts'

const LIMIT_KB = 170

const barePage = buildBarePage()
const browser = await launchBrowser()
const practice = await startPractice()
const bare = await startBarePage(barePage)
try {
  const floors: FetchedCode[] = []
  const bares: FetchedCode[] = []
  for (let run = 0; run < RUNS; run += 1) {
    floors.push(await load(browser, practice.address, practice.cookie))
    bares.push(await load(browser, bare.address))
  }
  print(floors, bares)
} finally {
  await browser.close()
  await Promise.all([practice.stop(), bare.stop()])
}

/** Loads the page as somebody who comes for the first time: nothing is cached. */
async function load(from: Browser, address: string, cookie?: string): Promise<FetchedCode> {
  const context = await from.newContext()
  if (cookie !== undefined) {
    const [name = '', value = ''] = cookie.split(/=(.*)/s)
    await context.addCookies([{ name, value, url: address }])
  }
  const fetched = await codeFetchedAt(await context.newPage(), `${address}/`)
  await context.close()
  return fetched
}

function sums(loads: readonly FetchedCode[], kind: keyof FetchedCode): number[] {
  return loads.map((fetched) => fetched[kind].reduce((sum, { bytes }) => sum + bytes, 0) / 1000)
}

/** JavaScript and CSS together. */
function total(loads: readonly FetchedCode[]): number[] {
  const styles = sums(loads, 'styles')
  return sums(loads, 'scripts').map((scripts, run) => scripts + (styles[run] ?? NaN))
}

function print(floors: readonly FetchedCode[], bares: readonly FetchedCode[]): void {
  const [ours, peer] = [total(floors), total(bares)]
  const more = ours.map((kilobytes, run) => kilobytes - (peer[run] ?? NaN))
  printRows([
    ['floor, first load', inWords(ours, 'kB', 1)],
    ['  JavaScript', inWords(sums(floors, 'scripts'), 'kB', 1)],
    ['  CSS', inWords(sums(floors, 'styles'), 'kB', 1)],
    ['  prefetched besides', inWords(sums(floors, 'prefetched'), 'kB', 1)],
    ['bare page, first load', inWords(peer, 'kB', 1)],
    ['floor − bare', inWords(more, 'kB', 1)],
    ['floor ÷ bare', inWords(ratios(ours, peer), '', 2)],
    ['limit', `${LIMIT_KB} kB, ${Math.max(...ours) <= LIMIT_KB ? 'kept' : 'exceeded'}`],
  ])
  console.log('  files of the floor:')
  const [floor] = floors
  const files = floor ? [...floor.scripts, ...floor.styles, ...floor.prefetched] : []
  printRows(files.map(({ name, bytes }) => [`  ${name}`, `${(bytes / 1000).toFixed(1)} kB`]))
}
