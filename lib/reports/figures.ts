import 'server-only'
import type { DayBounds } from '#contract/business-day.ts'
import type { DayFigures, Sum, Takings } from '#contract/day.ts'
import { HOUSE_CURRENCY, sumMinor } from '#contract/money.ts'
import { visibleText } from '#contract/text.ts'
import type { DayBook } from './day-book.ts'
import { confirmedOf } from './row-words.ts'
import { spreadOf } from './spread.ts'

const HOUR_MS = 3_600_000

interface Amount {
  amountMinor: number
}

/** One taking, wherever it is added up: over the house, by hour, by person and by place. */
interface Taking extends Amount {
  with: 'app' | 'cash' | 'card'
  at: number
  by: string
  locationId: number | null
  title: string | null
}

/** The figures of a day, from what the book says of it. Only amounts in the currency of the house are added up. */
export function figuresOf(
  book: DayBook,
  bounds: DayBounds,
  /** The hours of the day begin with this one, even where the day itself begins or ends in between. */
  hoursFromMs: number,
  waitsMs: readonly number[],
): DayFigures {
  const confirmed = book.confirmed.map((row) => ({ row, ...confirmedOf(row) }))
  const takings = [
    ...confirmed.flatMap(({ row, amountMinor, currency }) =>
      currency === HOUSE_CURRENCY ? taking(row, 'app', amountMinor, row.created_by) : [],
    ),
    ...book.settled.map((row) =>
      taking(
        row,
        row.settled_with === 'cash' ? 'cash' : 'card',
        row.total_minor,
        row.settled_by ?? row.created_by,
      ),
    ),
  ]
  const moneyBack = book.moneyBack
    .filter((row) => confirmedOf(row).currency === HOUSE_CURRENCY)
    .map((row) => ({ amountMinor: row.amount_minor, how: row.how, by: row.given_by }))
  const reductions = book.reductions.map((row) => ({
    amountMinor: row.amount_minor,
    by: row.made_by,
  }))
  const endedAs = (...closings: string[]) =>
    sumOf(
      book.ended
        .filter((row) => row.closed_as !== null && closings.includes(row.closed_as))
        .map((row) => ({ amountMinor: row.total_minor })),
    )

  return {
    currency: HOUSE_CURRENCY,
    ...takingsOf(takings),
    declined: endedAs('declined'),
    expired: endedAs('expired'),
    refused: endedAs('refused'),
    unpaid: endedAs('ended_with_spot', 'ended_by_wallet'),
    moneyBack: sumOf(moneyBack),
    reductions: sumOf(reductions),
    cashExpectedMinor: cashExpected(takings, moneyBack),
    otherCurrencies: grouped(
      confirmed.filter(({ currency }) => currency !== HOUSE_CURRENCY),
      ({ currency }) => currency,
    ).map(([currency, rows]) => ({ currency, sum: sumOf(rows) })),
    hours: hoursOf(takings, bounds, hoursFromMs),
    staff: namesIn(takings, moneyBack, reductions).map((name) => {
      const isTheirs = ({ by }: { by: string }) => by === name
      const theirs = takings.filter(isTheirs)
      const theirsBack = moneyBack.filter(isTheirs)
      return {
        name,
        ...takingsOf(theirs),
        moneyBack: sumOf(theirsBack),
        reductions: sumOf(reductions.filter(isTheirs)),
        cashExpectedMinor: cashExpected(theirs, theirsBack),
      }
    }),
    locations: grouped(takings, ({ locationId }) => locationId).map(([locationId, rows]) => ({
      locationId,
      title: rows.find(({ title }) => title !== null)?.title ?? null,
      ...takingsOf(rows),
    })),
    toFirstOrder: spreadOf(waitsMs),
    toConfirmation: spreadOf(
      book.confirmed.flatMap((row) => (row.reserved_at === null ? [] : row.at - row.reserved_at)),
    ),
  }
}

function taking(
  row: { at: number; location_id: number | null; title: string | null },
  how: Taking['with'],
  amountMinor: number,
  by: string,
): Taking {
  const title = row.title === null ? null : visibleText(row.title)
  return { with: how, at: row.at, amountMinor, by, locationId: row.location_id, title }
}

function takingsOf(takings: readonly Taking[]): Takings {
  const by = (how: Taking['with']) => sumOf(takings.filter((one) => one.with === how))
  return { confirmed: by('app'), cash: by('cash'), card: by('card') }
}

function sumOf(amounts: readonly Amount[]): Sum {
  return {
    count: amounts.length,
    amountMinor: sumMinor(amounts.map(({ amountMinor }) => amountMinor)),
  }
}

function cashExpected(
  takings: readonly Taking[],
  moneyBack: readonly (Amount & { how: string })[],
): number {
  const taken = takings.filter((one) => one.with === 'cash')
  const given = moneyBack.filter(({ how }) => how === 'cash')
  return sumOf(taken).amountMinor - sumOf(given).amountMinor
}

function hoursOf(
  takings: readonly Taking[],
  { fromMs, untilMs }: DayBounds,
  hoursFromMs: number,
): DayFigures['hours'] {
  const first = Math.floor((fromMs - hoursFromMs) / HOUR_MS)
  const count = Math.ceil((untilMs - hoursFromMs) / HOUR_MS) - first
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const startsAt = hoursFromMs + (first + index) * HOUR_MS
    const within = takings.filter(({ at }) => at >= startsAt && at < startsAt + HOUR_MS)
    const { confirmed, cash, card } = takingsOf(within)
    return {
      startsAt,
      confirmedMinor: confirmed.amountMinor,
      otherwiseMinor: cash.amountMinor + card.amountMinor,
    }
  })
}

function namesIn(...lists: readonly (readonly { by: string }[])[]): string[] {
  const names = new Set(lists.flatMap((list) => list.map(({ by }) => by)))
  return [...names].toSorted((one, other) => one.localeCompare(other))
}

function grouped<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): [Key, Row[]][] {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups]
}
