import type { Day } from '#contract/day.ts'
import { firstBrokenRow } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { closeDay } from '#lib/reports/close-day.ts'
import { describeDay } from '#lib/reports/describe-day.ts'
import { paymentsCsv } from '#lib/reports/payments-csv.ts'
import { today } from '#lib/reports/today.ts'
import type { Evidence } from '../oracle/evidence.ts'
import { tallyEvening, type Sum } from './tally-evening.ts'

const manager = { staffId: 'Rasa', name: 'Rasa', sessionId: 's', address: null }

/** A figure that two sources tell differently. */
export interface Difference {
  what: string
  reported: unknown
  tallied: unknown
}

export interface ClosedEvening {
  day: Day
  differences: Difference[]
}

/** Closes the day as a manager does, and lays what it says beside what the wallet, the staff and the trail say. */
export async function closeEvening(db: Database, evidence: Evidence): Promise<ClosedEvening> {
  const date = await today(db)
  const { open } = await describeDay(db, date)
  const reasons = open.map(({ key }) => ({ key, reason: 'Left for tomorrow' }))
  const day = await closeDay(db, { date, reasons, actor: manager })
  const trail = await db.selectFrom('audit').selectAll().orderBy('sequence').execute()
  const differences = [
    ...compareFigures(day, evidence, trail),
    ...compareParts(day),
    ...compareCsv(day, evidence),
    ...differ('later', day.later, []),
    ...differ('first broken row of the trail', await firstBrokenRow(db), null),
  ]
  return { day, differences }
}

function compareFigures(
  { report: { figures } }: Day,
  evidence: Evidence,
  trail: Parameters<typeof tallyEvening>[1],
): Difference[] {
  const { figures: tally, reducedMinor } = tallyEvening(evidence, trail)
  const cashExpectedMinor = tally.cash.amountMinor - tally.moneyBack.amountMinor
  return [
    ...Object.entries(tally).flatMap(([what, sum]) =>
      differ(what, Object.entries(figures).find(([name]) => name === what)?.[1], sum),
    ),
    ...differ('reductions', figures.reductions.amountMinor, reducedMinor),
    ...differ('cash expected', figures.cashExpectedMinor, cashExpectedMinor),
    ...differ('other currencies', figures.otherCurrencies, []),
  ]
}

/** What is told by hour, by person and by place adds up to what is told in all. */
function compareParts({ report: { figures } }: Day): Difference[] {
  const { confirmed, moneyBack, reductions, hours, staff, locations } = figures
  const added = (sums: readonly Sum[]): Sum => ({
    count: total(sums.map(({ count }) => count)),
    amountMinor: total(sums.map(({ amountMinor }) => amountMinor)),
  })
  return [
    ...differ('by person', added(staff.map((one) => one.confirmed)), confirmed),
    ...differ('by place', added(locations.map((one) => one.confirmed)), confirmed),
    ...differ(
      'by hour',
      total(hours.map(({ confirmedMinor }) => confirmedMinor)),
      confirmed.amountMinor,
    ),
    ...differ('money back by person', added(staff.map((one) => one.moneyBack)), moneyBack),
    ...differ('reductions by person', added(staff.map((one) => one.reductions)), reductions),
  ]
}

/** Row by row: the file names each payment that the wallet has confirmed, with the wallet's amount, and no other. */
function compareCsv(day: Day, { wallet }: Evidence): Difference[] {
  const [header = [], ...rows] = paymentsCsv(day)
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
  const column = (name: string) => rows.map((row) => row[header.indexOf(name)] ?? '')
  const amounts = column('amount').map(minorOf)
  const inFile = column('transaction_key').map((key, index) => `${key} ${amounts[index]}`)
  const atWallet = wallet.transactions
    .filter(({ status }) => status === 'confirmed')
    .map(({ transaction_key: key, payments }) => `${key} ${payments[0]?.price}`)
  const { confirmed, moneyBack } = day.report.figures
  return [
    ...differ('rows of the file', inFile.toSorted(), atWallet.toSorted()),
    ...differ('amounts of the file', total(amounts), confirmed.amountMinor),
    ...differ(
      'money back in the file',
      total(column('money_back').map(minorOf)),
      moneyBack.amountMinor,
    ),
  ]
}

function minorOf(cell: string): number {
  return Number(cell.replace('.', ''))
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, one) => sum + one, 0)
}

function differ(what: string, reported: unknown, tallied: unknown): Difference[] {
  return JSON.stringify(reported) === JSON.stringify(tallied) ? [] : [{ what, reported, tallied }]
}
