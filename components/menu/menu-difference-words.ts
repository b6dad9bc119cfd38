import { formatShare } from '#contract/money-format.ts'
import { moneyWords } from '#components/orders/money-words.ts'
import { text } from '#components/text/catalogue.ts'
import type { MenuDifference } from './menu-diff.ts'

/** One difference between two menus in words, a sentence for each thing that changed. */
export function differenceWords(difference: MenuDifference, currency: string): string[] {
  const words = text.menu
  if (difference.what === 'reordered') return [words.reordered]
  if (difference.what === 'removed') return [words.removed(difference.item.title)]
  if (difference.what === 'added') {
    const { title, unitPriceMinor } = difference.item
    return [words.added(title, moneyWords(unitPriceMinor, currency))]
  }
  const { before, after } = difference
  return [
    before.title !== after.title && words.renamed(before.title, after.title),
    before.unitPriceMinor !== after.unitPriceMinor &&
      words.repriced(
        after.title,
        moneyWords(before.unitPriceMinor, currency),
        moneyWords(after.unitPriceMinor, currency),
      ),
    before.vatRate !== after.vatRate && words.retaxed(after.title, vatWords(after.vatRate)),
    before.category !== after.category && words.recategorised(after.title, after.category),
    before.offToday !== after.offToday &&
      (after.offToday ? words.wentOff(after.title) : words.cameBack(after.title)),
  ].filter((sentence) => sentence !== false)
}

function vatWords(rate: number | undefined): string {
  return rate === undefined ? text.menu.noVat : text.menu.vatOf(formatShare(rate, text.locale))
}
