import 'server-only'
import { businessDayOf } from '#contract/business-day.ts'
import type { Later } from '#contract/day.ts'
import { now } from '#lib/runtime/clock.ts'
import { readDayBook, type DayBook, type Reader } from './day-book.ts'
import type { DayWindow } from './day-window.ts'
import { confirmedOf, rowNames, type SpotRow } from './row-words.ts'

const endings: Readonly<Record<string, Later['what']>> = {
  declined: 'declined',
  expired: 'expired',
  refused: 'refused',
  ended_with_spot: 'unpaid',
  ended_by_wallet: 'unpaid',
}

/** What became of this day's orders after the day had ended: each counts on the day on which it came. */
export async function laterThan(
  db: Reader,
  { bounds, nominal, rule }: DayWindow,
): Promise<Later[]> {
  const asked = { fromMs: bounds.fromMs, untilMs: Math.max(bounds.untilMs, nominal.untilMs) }
  const book = await readDayBook(db, { fromMs: bounds.untilMs, untilMs: now() + 1, asked })
  const countsOn = (at: number): string => {
    const date = businessDayOf(at, rule)
    // A day that was closed before its hour has no more room for what came until then.
    const isOfClosed = at >= bounds.untilMs && at < nominal.untilMs
    return isOfClosed ? businessDayOf(nominal.untilMs, rule) : date
  }
  return rowsOf(book, await rowNames(db))
    .map((row) => ({ ...row, countsOn: countsOn(row.at) }))
    .toSorted((one, other) => one.at - other.at)
}

function rowsOf(book: DayBook, nameOf: (row: SpotRow) => string): Omit<Later, 'countsOn'>[] {
  const named = (row: Row) => ({ orderId: row.order_id, spotName: nameOf(row), at: row.at })
  const asked = (row: Row & { total_minor: number; currency: string }) => ({
    ...named(row),
    amountMinor: row.total_minor,
    currency: row.currency,
  })
  return [
    ...book.confirmed.map((row) => ({
      ...named(row),
      ...confirmedOf(row),
      what: 'confirmed' as const,
    })),
    ...book.settled.map((row) => ({ ...asked(row), what: 'settled' as const })),
    ...book.ended.flatMap((row) => {
      const what = endings[row.closed_as ?? '']
      return what === undefined ? [] : { ...asked(row), what }
    }),
    ...book.moneyBack.map((row) => ({
      ...named(row),
      amountMinor: row.amount_minor,
      currency: confirmedOf(row).currency,
      what: 'money_back' as const,
    })),
    ...book.reductions.map((row) => ({
      ...named(row),
      amountMinor: row.amount_minor,
      currency: row.currency,
      what: 'reduction' as const,
    })),
  ]
}

type Row = SpotRow & { order_id: string; at: number }
