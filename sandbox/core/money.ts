import { invalidParameters } from './errors.ts'
import type { Item } from './item.ts'

/** Small enough that no sum of amounts leaves the exact integers. */
const largestMinor = 99_999_999_999

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** `1290` → `"12.90"`. The wallet's cent is 1/100 of the base unit in every currency. */
export function decimalText(minor: number): string {
  const digits = String(minor).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `"12.9"` → `1290`; `undefined` for anything that is not a plain amount with at most two decimals. */
export function minorFromDecimal(text: string): number | undefined {
  const match = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text)
  if (!match) return undefined
  return Number(`${match[1]}${(match[2] ?? '').padEnd(2, '0')}`)
}

/**
 * The amount under `name` (whole minor units) or `name_decimal` (text in major units).
 * Both may be given when they are equal; neither gives `undefined`.
 */
export function readAmount(item: Item, name: string): number | undefined {
  const decimalName = `${name}_decimal`
  const minor = item.integer(name)
  if (minor !== undefined && minor < 0) throw invalidParameters(`${name} is negative`, name)
  const decimal = item.text(decimalName)
  if (decimal === undefined) return minor === undefined ? minor : withinReason(minor)
  const fromDecimal = minorFromDecimal(decimal)
  if (fromDecimal === undefined) {
    throw invalidParameters(`${decimalName} is not an amount`, decimalName)
  }
  if (minor !== undefined && minor !== fromDecimal) {
    throw invalidParameters(`${name} and ${decimalName} differ`, name)
  }
  return withinReason(fromDecimal)
}

export function readCurrency(item: Item): string | undefined {
  const currency = item.text('currency')
  if (currency !== undefined && !currencies.has(currency)) {
    throw invalidParameters('currency is not an ISO 4217 code', 'currency')
  }
  return currency
}

/** Price times a quantity that may have decimals, rounded half up, without floating point. */
export function totalOf(priceMinor: number, quantity: number): number {
  const match = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(String(quantity))
  if (!match || quantity === 0) throw invalidParameters('quantity is not usable', 'quantity')
  const decimals = match[2] ?? ''
  const scale = 10n ** BigInt(decimals.length)
  const product = BigInt(priceMinor) * BigInt(`${match[1]}${decimals}`)
  return withinReason(Number((product * 2n + scale) / (scale * 2n)))
}

export function sumOf(amounts: readonly number[]): number {
  return withinReason(amounts.reduce((sum, amount) => sum + amount, 0))
}

function withinReason(minor: number): number {
  if (minor > largestMinor) throw invalidParameters('The amount is too large', 'price')
  return minor
}
