/** "12.90" for 1290: the amount without its currency, always with two places, so that figures line up. */
export function formatAmount(amountMinor: number, locale: string): string {
  return keptFormat(
    locale,
    () => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  ).format(amountMinor / 100)
}

const formats = new Map<string, Intl.NumberFormat>()

/** Making a format takes a hundred times as long as using it, which a floor of a thousand amounts feels. */
export function keptFormat(name: string, make: () => Intl.NumberFormat): Intl.NumberFormat {
  const format = formats.get(name) ?? make()
  formats.set(name, format)
  return format
}
