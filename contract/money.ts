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

/** "12.90" for 1290: the amount without its currency, always with two places, so that figures line up. */
export function formatAmount(amountMinor: number, locale: string): string {
  return formatOf(locale).format(amountMinor / 100)
}

/**
 * "€12.90" for 1290 EUR, as the locale writes it: with the places that the currency has, and never with fewer than say
 * the whole amount. The wallet counts hundredths in every currency, so 129000 is ¥1,290 and 1290 is KWD 12.900.
 */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  return formatOf(locale, currency).format(amountMinor / 100)
}

const formats = new Map<string, Intl.NumberFormat>()

/** Making a format takes a hundred times as long as using it, which a floor of a thousand amounts feels. */
function formatOf(locale: string, currency?: string): Intl.NumberFormat {
  const name = `${locale} ${currency}`
  const known = formats.get(name)
  if (known) return known
  const made = new Intl.NumberFormat(
    locale,
    currency === undefined
      ? { minimumFractionDigits: 2, maximumFractionDigits: 2 }
      : lookOf(currency),
  )
  formats.set(name, made)
  return made
}

function lookOf(currency: string): Intl.NumberFormatOptions {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
  const { maximumFractionDigits: own = 2 } = new Intl.NumberFormat('en', style).resolvedOptions()
  const places = Math.max(2, own)
  return {
    ...style,
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    trailingZeroDisplay: own === 0 ? 'stripIfInteger' : 'auto',
  }
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

/** "12.5" for 1250, as the locale writes it. */
export function formatShare(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(share / 100)
}
