import 'server-only'

/**
 * Our minor units are the wallet's `price`: integer hundredths of the base unit, whatever the
 * currency. Beside it the wallet states `price_decimal`, a string in base units. Digits are moved
 * about in strings here; no amount ever passes through floating point.
 */

export interface StatedPrice {
  price?: number
  priceDecimal?: string
}

/**
 * What both figures say together; undefined when they disagree, when there is neither, or when the
 * decimal says something smaller than a hundredth.
 */
export function agreedPriceMinor({ price, priceDecimal }: StatedPrice): number | undefined {
  if (priceDecimal === undefined) return price
  const byDecimal = hundredths(priceDecimal)
  return price === undefined || price === byDecimal ? byDecimal : undefined
}

/** "12.9" is 1290. */
function hundredths(decimal: string): number | undefined {
  const [whole = '', fraction = ''] = decimal.split('.')
  const significant = fraction.replace(/0+$/, '')
  if (significant.length > 2) return undefined
  const units = Number(whole + significant.padEnd(2, '0'))
  return Number.isSafeInteger(units) ? units : undefined
}

/** Throws on what is no amount to ask for, before the wallet is asked. */
export function assertPayable(priceMinor: number, currency: string): void {
  if (!/^[A-Z]{3}$/.test(currency)) throw new Error('The currency is not an ISO 4217 code.')
  if (!Number.isSafeInteger(priceMinor) || priceMinor <= 0) {
    throw new Error('The amount is not a positive integer of minor units.')
  }
}
