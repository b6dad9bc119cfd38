import 'server-only'
import { businessDayOf, type DayBounds, type DayRule } from '#contract/business-day.ts'
import type { DayPayment, DayReport } from '#contract/day.ts'
import { lineTotalMinor, sumMinor } from '#contract/money.ts'
import type { Order } from '#contract/order.ts'
import { reductionKinds } from '#contract/reduction.ts'
import { waysBack } from '#contract/money-back.ts'
import * as z from 'zod/mini'
import { parseLines } from '#lib/orders/book/order-book.ts'
import { readDayBook, waitsForFirstOrder, type DayBook, type Reader } from './day-book.ts'
import type { DayWindow } from './day-window.ts'
import { figuresOf } from './figures.ts'
import { reducedByOrder } from './reduced-by-order.ts'
import { confirmedOf, rowNames, type SpotRow } from './row-words.ts'
import { isTip } from './tip.ts'

/** Figures and lists of a day as the book stands now. */
export async function buildReport(
  db: Reader,
  { date, rule, nominal, bounds }: DayWindow,
): Promise<DayReport> {
  const book = await readDayBook(db, bounds)
  const waits = await waitsForFirstOrder(db, bounds)
  const dateOf = orderDate(date, rule)
  const nameOf = await rowNames(db)
  return {
    figures: figuresOf(book, bounds, nominal.fromMs, waits),
    payments: await paymentsOf(db, book, bounds, { dateOf, nameOf }),
    moneyBack: book.moneyBack.map((row) => ({
      ...dateOf(row),
      orderId: row.order_id,
      spotName: nameOf(row),
      at: row.at,
      amountMinor: row.amount_minor,
      currency: confirmedOf(row).currency,
      transactionKey: row.transaction_key,
      how: z.parse(z.enum(waysBack), row.how),
      reason: row.reason,
      by: row.given_by,
    })),
    reductions: book.reductions.map((row) => ({
      ...dateOf(row),
      orderId: row.order_id,
      spotName: nameOf(row),
      at: row.at,
      amountMinor: row.amount_minor,
      kind: z.parse(z.enum(reductionKinds), row.kind),
      reason: row.reason,
      by: row.made_by,
    })),
  }
}

/** What belongs to an order of another day says so. */
function orderDate(date: string, rule: DayRule) {
  return (row: { asked_at: number }): { orderDate?: string } => {
    const asked = businessDayOf(row.asked_at, rule)
    return asked === date ? {} : { orderDate: asked }
  }
}

interface Words {
  dateOf: ReturnType<typeof orderDate>
  nameOf: (row: SpotRow) => string
}

async function paymentsOf(
  db: Reader,
  book: DayBook,
  { untilMs }: DayBounds,
  { dateOf, nameOf }: Words,
): Promise<DayPayment[]> {
  const reduced = await reducedByOrder(
    db,
    book.confirmed.map((row) => row.order_id),
    untilMs,
  )
  const rates = await vatRatesByTitle(db)
  return book.confirmed.map((row) => {
    const lines = parseLines(row.lines)
    const given = book.moneyBack.filter((back) => back.order_id === row.order_id)
    return {
      ...dateOf(row),
      orderId: row.order_id,
      spotName: nameOf(row),
      at: row.at,
      ...confirmedOf(row),
      transactionKey: row.transaction_key,
      askedBy: row.created_by,
      confirmedBy: row.decided_by,
      tipMinor: sumMinor(lines.filter(isTip).map(lineTotalMinor)),
      reducedMinor: reduced.get(row.order_id) ?? 0,
      vatRates: vatRatesOf(lines, rates),
      moneyBackMinor: sumMinor(given.map((back) => back.amount_minor)),
    }
  })
}

/** The menu as it is now; a line that is not on it has no rate. */
async function vatRatesByTitle(db: Reader): Promise<Map<string, number>> {
  const items = await db.selectFrom('menu_items').select(['title', 'vat_rate']).execute()
  return new Map(
    items.flatMap(({ title, vat_rate: rate }) => (rate === null ? [] : [[title, rate]])),
  )
}

function vatRatesOf(lines: Order['lines'], rates: ReadonlyMap<string, number>): number[] {
  const own = new Set(lines.flatMap(({ title }) => rates.get(title) ?? []))
  return [...own].toSorted((one, other) => one - other)
}
