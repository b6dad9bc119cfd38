import { visibleText } from './visible-text.js'

/**
 * Minor units are hundredths in every currency here, also in those that have no hundredths or more places.
 *
 * @param {string} locale
 * @returns {(amountMinor: number, currency: string) => string}
 */
export function moneyFormatter(locale) {
  return (amountMinor, currency) => {
    try {
      return new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
      }).format(amountMinor / 100)
    } catch {
      // Intl refuses what is not three letters; the amount must be legible all the same.
      return `${(amountMinor / 100).toFixed(2)} ${visibleText(currency)}`
    }
  }
}

/**
 * Sums of what is given, one for each currency, in the order in which the currencies came up.
 *
 * @param {{ priceMinor: number, currency: string }[]} amounts
 * @param {(amountMinor: number, currency: string) => string} money
 */
export function sums(amounts, money) {
  /** @type {Map<string, number>} */
  const totals = new Map()
  for (const { priceMinor, currency } of amounts)
    totals.set(currency, (totals.get(currency) ?? 0) + priceMinor)
  return [...totals].map(([currency, total]) => money(total, currency)).join(' + ')
}
