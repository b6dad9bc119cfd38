import { orderTotalMinor } from '#contract/money.ts'
import type { PricedLine } from '#contract/money.ts'

interface Asked {
  lines: readonly (PricedLine & { title: string })[]
  discountMinor: number
}

/**
 * Whether an edit lowers what the guest was already asked to pay (law 10): a smaller total, a larger
 * discount, or fewer or cheaper of anything, even where something else makes up for it.
 */
export function lowers(before: Asked, after: Asked): boolean {
  if (orderTotalMinor(after.lines, after.discountMinor) < total(before)) return true
  if (after.discountMinor > before.discountMinor) return true
  const left = amountByTitle(after)
  return [...amountByTitle(before)].some(([title, amount]) => (left.get(title) ?? 0) < amount)
}

function total(asked: Asked): number {
  return orderTotalMinor(asked.lines, asked.discountMinor)
}

function amountByTitle(asked: Asked): Map<string, number> {
  const amounts = new Map<string, number>()
  for (const line of asked.lines) {
    amounts.set(line.title, (amounts.get(line.title) ?? 0) + line.quantity * line.unitPriceMinor)
  }
  return amounts
}
