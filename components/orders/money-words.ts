import { formatAmount } from '#contract/amount-format.ts'
import { formatMoney } from '#contract/money-format.ts'
import { text } from '#components/text/catalogue.ts'

/** "€12.90", where the currency matters: totals, buttons, whatever stands alone. */
export function moneyWords(amountMinor: number, currency: string): string {
  return formatMoney(amountMinor, currency, text.locale)
}

/** "€", on a button that stands for it. */
export function currencySign(currency: string): string {
  const parts = new Intl.NumberFormat(text.locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0)
  return parts.find(({ type }) => type === 'currency')?.value ?? currency
}

/** "12.90", in columns of figures. */
export function amountWords(amountMinor: number): string {
  return formatAmount(amountMinor, text.figures)
}

/** "12.90", as a field takes it in every language. */
export function plainAmount(amountMinor: number): string {
  return formatAmount(amountMinor, { decimal: '.', group: '' })
}

/** "19:58" */
export function clockWords(time: number): string {
  return new Intl.DateTimeFormat(text.locale, { hour: '2-digit', minute: '2-digit' }).format(time)
}
