/**
 * "€12.90" for 1290 EUR, as the locale writes it: with the places that the currency has, and never with fewer than say
 * the whole amount. The wallet counts hundredths in every currency, so 129000 is ¥1,290 and 1290 is KWD 12.900.
 */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  return keptFormat(
    `${locale} ${currency}`,
    () => new Intl.NumberFormat(locale, lookOf(currency)),
  ).format(amountMinor / 100)
}

const formats = new Map<string, Intl.NumberFormat>()

/** Making a format takes a hundred times as long as using it. */
function keptFormat(name: string, make: () => Intl.NumberFormat): Intl.NumberFormat {
  const format = formats.get(name) ?? make()
  formats.set(name, format)
  return format
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

/** "12.5" for 1250, as the locale writes it. */
export function formatShare(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(share / 100)
}
