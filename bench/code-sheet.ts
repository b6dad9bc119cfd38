import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import PdfDocument from 'pdfkit'
import { address as addressOf } from '#contract/address.ts'
import { defaultSheetChoice, pdfAddress } from '#contract/code-sheet.ts'
import { sheetLayouts, type SheetLayout } from '#contract/sheet-layout.ts'
import { startPractice, type Practice } from './parts/practice.ts'
import { residentBytes } from './parts/resident-memory.ts'
import { inWords, printRows, ratios, RUNS } from './parts/spread.ts'

const TABLES = 500
const LIMITS = { answerMs: 5000, bytesAboveIdle: 150_000_000 }
const SAMPLE_EVERY_MS = 50
const SETTLED_MS = 5000
const FONT = join('node_modules', 'dejavu-fonts-ttf', 'ttf', 'DejaVuSansCondensed-Bold.ttf')

interface Run {
  answersMs: Record<SheetLayout, number>
  kilobytes: Record<SheetLayout, number>
  bytesAboveIdle: number
  namesMs: number
}

const names = Array.from({ length: TABLES }, (_, index) => `Staliukas ${index + 1}`)
const runs: Run[] = []
for (let run = 0; run < RUNS; run += 1) runs.push(await measure())
print()

async function measure(): Promise<Run> {
  const practice = await startPractice()
  try {
    await register(practice)
    await delay(SETTLED_MS)
    const idle = dashboardBytes(practice)
    const answersMs = { cards: NaN, tents: NaN, stickers: NaN }
    const kilobytes = { cards: NaN, tents: NaN, stickers: NaN }
    let most = idle
    // The first of them loads the writer and the fonts, as it does for whoever prints first.
    for (const layout of sheetLayouts) {
      const path = pdfAddress(addressOf.codesPdf, {
        ...defaultSheetChoice,
        layout,
        languages: ['lt', 'en', 'ru'],
      })
      const begun = performance.now()
      const printing = fetch(`${practice.address}${path}`, { headers: { cookie: practice.cookie } })
        .then((answer) => answer.arrayBuffer())
        .finally(() => (answersMs[layout] = performance.now() - begun))
      while (Number.isNaN(answersMs[layout])) {
        await Promise.race([printing, delay(SAMPLE_EVERY_MS)])
        most = Math.max(most, dashboardBytes(practice))
      }
      kilobytes[layout] = (await printing).byteLength / 1000
    }
    return { answersMs, kilobytes, bytesAboveIdle: most - idle, namesMs: await writeNames() }
  } finally {
    await practice.stop()
  }
}

async function register({ address, cookie }: Practice): Promise<void> {
  const tables = names.map((name, index) => ({
    locationId: 3,
    identifier: `TABLE ${index + 1}`,
    name,
    area: index % 2 === 0 ? 'Terasa' : null,
    seats: null,
  }))
  const answer = await fetch(`${address}${addressOf.tables}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address, cookie },
    body: JSON.stringify({ tables }),
  })
  if (!answer.ok) throw new Error(`Registering tables answered ${answer.status}`)
}

function dashboardBytes({ pid }: Practice): number {
  return residentBytes(pid, /bin\/dashboard\.ts/)
}

/** The least that the same writer does with the same tables: their names in the same font, one a page of its own. */
async function writeNames(): Promise<number> {
  const begun = performance.now()
  const document = new PdfDocument({ size: 'A4', margin: 0, autoFirstPage: false })
  const ended = new Promise((resolve) => document.once('end', resolve))
  document.on('data', () => undefined)
  document.registerFont('bold', FONT)
  for (const name of names) {
    document.addPage().font('bold').fontSize(15).text(name, 50, 50, { lineBreak: false })
  }
  document.end()
  await ended
  return performance.now() - begun
}

function verdict(isKept: boolean): string {
  return isKept ? 'kept' : 'exceeded'
}

function print(): void {
  const namesMs = runs.map((run) => run.namesMs)
  const above = runs.map((run) => run.bytesAboveIdle)
  const slowest = Math.max(...runs.flatMap(({ answersMs }) => Object.values(answersMs)))
  printRows([
    ...sheetLayouts.flatMap((layout): [string, string][] => {
      const answers = runs.map(({ answersMs }) => answersMs[layout])
      return [
        [`${TABLES} tables as ${layout}`, inWords(answers, 'ms')],
        ['  ours ÷ their names', inWords(ratios(answers, namesMs), '', 2)],
        [
          '  the file',
          inWords(
            runs.map(({ kilobytes }) => kilobytes[layout]),
            'kB',
          ),
        ],
      ]
    }),
    ['their names alone', inWords(namesMs, 'ms')],
    ['limit', `${LIMITS.answerMs / 1000} s, ${verdict(slowest <= LIMITS.answerMs)}`],
    [
      'memory above idle',
      inWords(
        above.map((bytes) => bytes / 1_000_000),
        'MB',
      ),
    ],
    [
      'limit',
      `${LIMITS.bytesAboveIdle / 1_000_000} MB, ${verdict(Math.max(...above) <= LIMITS.bytesAboveIdle)}`,
    ],
  ])
}
