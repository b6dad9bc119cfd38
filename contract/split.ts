import type { Line } from './order.ts'
import { describeLines } from './order.ts'
import { lineTotalMinor, orderTotalMinor } from './money.ts'
import { shorten } from './shorten.ts'

/** A bill, or a part of one. Amounts are integers in minor units. */
export interface Bill {
  lines: readonly Line[]
  discountMinor: number
}

const TITLE_LENGTH = 80

/** Divides an amount so that the parts differ by one minor unit at most and add up exactly; the first ones pay more. */
function evenParts(totalMinor: number, count: number): number[] {
  const least = Math.floor(totalMinor / count)
  const dearer = totalMinor % count
  return Array.from({ length: count }, (_, index) => least + (index < dearer ? 1 : 0))
}

/** A bill as parts of equal amounts, each a line that says what it is a share of. */
export function splitEvenly(bill: Bill, count: number): Bill[] {
  const total = orderTotalMinor(bill.lines, bill.discountMinor)
  return evenParts(total, count).map((amount) => share(bill, amount))
}

/** A bill as its rest and an amount of its own; null where one of the two would be nothing. */
export function splitAmount(bill: Bill, amountMinor: number): [rest: Bill, part: Bill] | null {
  const restMinor = orderTotalMinor(bill.lines, bill.discountMinor) - amountMinor
  if (restMinor < 1 || amountMinor < 1) return null
  return [share(bill, restMinor), share(bill, amountMinor)]
}

/**
 * A bill as what stays and what goes onto an order of its own. A discount is divided as the lines are, rounded half up
 * for the part that goes; the rest keeps what is left of it, so that the sum is exact. Null where a line is not there
 * in that quantity, or where one of the two would be nothing.
 */
export function splitByLines(
  bill: Bill,
  chosen: readonly { index: number; quantity: number }[],
): [rest: Bill, part: Bill] | null {
  const taken = bill.lines.map(() => 0)
  for (const { index, quantity } of chosen) {
    if (taken[index] === undefined) return null
    taken[index] += quantity
  }
  if (bill.lines.some((line, index) => (taken[index] ?? 0) > line.quantity)) return null
  const part = withQuantities(bill.lines, (_, index) => taken[index] ?? 0)
  const rest = withQuantities(bill.lines, (line, index) => line.quantity - (taken[index] ?? 0))
  const discountMinor = partOfDiscount(bill, sumOf(part))
  const parts: [Bill, Bill] = [
    { lines: rest, discountMinor: bill.discountMinor - discountMinor },
    { lines: part, discountMinor },
  ]
  return parts.every((one) => orderTotalMinor(one.lines, one.discountMinor) >= 1) ? parts : null
}

function partOfDiscount({ lines, discountMinor }: Bill, partMinor: number): number {
  const total = sumOf(lines)
  return total === 0 ? 0 : Math.round((discountMinor * partMinor) / total)
}

function withQuantities(
  lines: readonly Line[],
  quantityOf: (line: Line, index: number) => number,
): Line[] {
  return lines
    .map((line, index) => ({ ...line, quantity: quantityOf(line, index) }))
    .filter((line) => line.quantity > 0)
}

function sumOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + lineTotalMinor(line), 0)
}

/** Whether a line is a share of a bill, and not something that was ordered. */
export function isShare({ title }: Pick<Line, 'title'>): boolean {
  return /^Share of \d+ × /.test(title)
}

function share(bill: Bill, unitPriceMinor: number): Bill {
  const title = shorten(`Share of ${describeLines(bill.lines)}`, TITLE_LENGTH)
  return { lines: [{ title, quantity: 1, unitPriceMinor }], discountMinor: 0 }
}
