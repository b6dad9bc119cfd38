import 'server-only'

/**
 * Money between our integer minor units (ISO 4217) and the wallet's two figures: `price`, an integer
 * in hundredths of the base unit whatever the currency, and `price_decimal`, a string in base units.
 * All of it is digits moved about in strings; no amount ever passes through floating point.
 */

// Fixed here and not asked of Intl: its data differ between versions and browsers (HUF has had 0
// and 2 digits there), and a difference of two digits is a bill a hundred times too high.
const digitsOtherThanTwo = new Map<string, number>([
  ...listed('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF', 0),
  ...listed('BHD IQD JOD KWD LYD OMR TND', 3),
  ...listed('CLF UYW', 4),
])

const walletDigits = 2

export interface StatedPrice {
  price?: number
  priceDecimal?: string
}

/** The wallet's way to state an amount. Throws on what is not a positive amount that it can state. */
export function walletPrice(
  priceMinor: number,
  currency: string,
): { price: number } | { price_decimal: string } {
  if (!/^[A-Z]{3}$/.test(currency)) throw new Error('The currency is not an ISO 4217 code.')
  if (!Number.isSafeInteger(priceMinor) || priceMinor <= 0) {
    throw new Error('The amount is not a positive integer of minor units.')
  }
  const decimal = decimalOf(priceMinor, digitsOf(currency))
  const price = wholeUnits(decimal, walletDigits)
  if (price !== undefined) return { price }
  if (digitsOf(currency) > walletDigits) return { price_decimal: decimal }
  throw new Error('The amount is larger than the wallet can state.')
}

/**
 * What both figures say together, in minor units; undefined when they disagree, when there is none,
 * or when the currency has no such amount. Where a currency has more digits than `price` can carry,
 * `price` may be the rounded figure.
 */
export function agreedPriceMinor(stated: StatedPrice, currency: string): number | undefined {
  const digits = digitsOf(currency)
  const byPrice =
    stated.price === undefined
      ? undefined
      : wholeUnits(decimalOf(stated.price, walletDigits), digits)
  if (stated.priceDecimal === undefined) return byPrice
  const byDecimal = wholeUnits(stated.priceDecimal, digits)
  if (stated.price === undefined || byDecimal === undefined) return byDecimal
  if (byPrice === undefined) return undefined
  const roundingMinor = 10 ** Math.max(0, digits - walletDigits)
  return Math.abs(byPrice - byDecimal) < roundingMinor ? byDecimal : undefined
}

function digitsOf(currency: string): number {
  return digitsOtherThanTwo.get(currency.toUpperCase()) ?? 2
}

/** 1299 with 2 digits is "12.99". */
function decimalOf(units: number, digits: number): string {
  const text = String(units).padStart(digits + 1, '0')
  const point = text.length - digits
  return digits === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`
}

/** "12.9" with 2 digits is 1290; undefined when something smaller than a unit would be left over. */
function wholeUnits(decimal: string, digits: number): number | undefined {
  const [whole = '', fraction = ''] = decimal.split('.')
  const significant = fraction.replace(/0+$/, '')
  if (significant.length > digits) return undefined
  const units = Number(whole + significant.padEnd(digits, '0'))
  return Number.isSafeInteger(units) ? units : undefined
}

function listed(codes: string, digits: number): [string, number][] {
  return codes.split(' ').map((code) => [code, digits])
}
