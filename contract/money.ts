/** The house takes one currency, so that the sums on a tile are sums. */
export const HOUSE_CURRENCY = 'EUR'

/** Amounts are integers in minor units: hundredths of the currency's base unit, as the wallet counts them. */
export const MAX_AMOUNT_MINOR = 10_000_000

export interface PricedLine {
  quantity: number
  unitPriceMinor: number
}

export function lineTotalMinor(line: PricedLine): number {
  return line.quantity * line.unitPriceMinor
}

export function orderTotalMinor(lines: readonly PricedLine[], discountMinor = 0): number {
  return lines.reduce((sum, line) => sum + lineTotalMinor(line), 0) - discountMinor
}

export function sumMinor(amounts: readonly number[]): number {
  return amounts.reduce((sum, amountMinor) => sum + amountMinor, 0)
}

/**
 * Reads what a person types as a price ("3", "3.5", "3,50") into minor units.
 * Answers null for anything else, so that a slip of the finger never becomes an amount.
 */
export function parseAmount(typed: string): number | null {
  const match = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(typed.trim())
  if (!match?.[1]) return null
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** A share is counted in hundredths of a per cent: 1000 is 10 %. */
const WHOLE_SHARE = 10_000

/**
 * So many hundredths of a per cent of an amount, rounded half up to the minor unit. The amount is taken apart first, so
 * that every product stays a whole number that can be told exactly.
 */
export function shareMinor(amountMinor: number, share: number): number {
  const wholes = Math.floor(amountMinor / WHOLE_SHARE)
  const rest = amountMinor % WHOLE_SHARE
  return wholes * share + Math.floor((rest * share + WHOLE_SHARE / 2) / WHOLE_SHARE)
}

/** Reads "10", "12.5" or "7,25 %" into hundredths of a per cent; null for anything else and for more than all. */
export function parseShare(typed: string): number | null {
  const share = parseAmount(typed.trim().replace(/\s?%$/, ''))
  return share === null || share > WHOLE_SHARE ? null : share
}
