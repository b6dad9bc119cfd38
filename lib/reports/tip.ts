import 'server-only'

/** The API knows no tips on an order, so a tip is a line that is called one in a language of the house's guests. */
const words =
  /^(tips?|gratuity|arbatpinigiai|dzeramnauda|jootraha|napiwek|trinkgeld|pourboire)( \d+ ?%)?$/i

export function isTip({ title }: { title: string }): boolean {
  return words.test(title.normalize('NFD').replace(/\p{M}/gu, '').trim())
}
