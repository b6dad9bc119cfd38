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

/** "12.5" for 1250, as the locale writes it. */
export function formatShare(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(share / 100)
}
