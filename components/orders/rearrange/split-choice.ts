import { orderTotalMinor, parseAmount } from '#contract/money.ts'
import { MOST_PARTS } from '#contract/order.ts'
import type { Line, Order, Split, settlements } from '#contract/order.ts'
import { splitAmount, splitByLines, splitEvenly } from '#contract/split.ts'
import type { Bill } from '#contract/split.ts'

export const splitWays = ['evenly', 'lines', 'amount'] as const
export type SplitWay = (typeof splitWays)[number]
export type PaidHow = 'app' | (typeof settlements)[number]

/** What a person has chosen so far; each way keeps its own, so that one can look at another and come back. */
export interface SplitChoice {
  /** Of the order that it was chosen for: another version has other lines. */
  version: number
  way: SplitWay
  count: number
  /** How many of each line go onto an order of their own. */
  taken: readonly number[]
  typedAmount: string
  how: PaidHow
}

/** One order that would come of it. */
export interface FuturePart {
  totalMinor: number
  /** None where the part is a share of everything. */
  lines: readonly Line[]
  paid: PaidHow
}

export function firstChoice(order: Order): SplitChoice {
  return {
    version: order.version,
    way: 'evenly',
    count: 2,
    taken: order.lines.map(() => 0),
    typedAmount: '',
    how: 'app',
  }
}

/** So many can share an order that each pays something. */
export function mostParts(order: Order): number {
  return Math.min(MOST_PARTS, order.totalMinor)
}

/** What would be sent and what would come of it, exact to the cent; null while the choice does not divide the order. */
export function splitOf(
  order: Order,
  choice: SplitChoice,
): { split: Split; parts: FuturePart[] } | null {
  switch (choice.way) {
    case 'evenly': {
      const { count } = choice
      if (count < 2 || count > mostParts(order)) return null
      return { split: { evenly: count }, parts: splitEvenly(order, count).map(asShare) }
    }
    case 'lines': {
      const lines = choice.taken
        .map((quantity, index) => ({ index, quantity }))
        .filter(({ quantity }) => quantity > 0)
      const parts = lines.length > 0 ? splitByLines(order, lines) : null
      return parts && { split: { lines }, parts: parts.map(asLines) }
    }
    default: {
      const { how } = choice
      const amountMinor = parseAmount(choice.typedAmount) ?? 0
      const parts = splitAmount(order, amountMinor)
      if (!parts) return null
      const [rest, part] = parts
      return {
        split: { amountMinor, ...(how === 'app' ? {} : { settledWith: how }) },
        parts: [asShare(rest), { ...asShare(part), paid: how }],
      }
    }
  }
}

/** How many pay the same: "2 pay 3.34, 1 pays 3.33" is read faster than a list. */
export function equalParts(
  parts: readonly Pick<FuturePart, 'totalMinor'>[],
): { count: number; totalMinor: number }[] {
  const counts = new Map<number, number>()
  for (const { totalMinor } of parts) counts.set(totalMinor, (counts.get(totalMinor) ?? 0) + 1)
  return [...counts].map(([totalMinor, count]) => ({ totalMinor, count }))
}

function asShare(bill: Bill): FuturePart {
  return { totalMinor: orderTotalMinor(bill.lines, bill.discountMinor), lines: [], paid: 'app' }
}

function asLines(bill: Bill): FuturePart {
  return { ...asShare(bill), lines: bill.lines }
}
