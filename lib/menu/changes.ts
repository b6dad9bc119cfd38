import 'server-only'
import type { MenuItem } from '#contract/menu.ts'

export interface MenuChanges {
  added: MenuItem[]
  removed: MenuItem[]
  changed: { before: MenuItem; after: MenuItem }[]
  isReordered: boolean
}

/** What a save did to the menu, for the trail: a price is money, so each change of one can be found again. */
export function changesBetween(
  before: readonly MenuItem[],
  after: readonly MenuItem[],
): MenuChanges {
  const then = new Map(before.map((item) => [item.id, item]))
  const kept = new Set(after.map((item) => item.id))
  const stayed = before.filter((item) => kept.has(item.id))
  const found = after.filter((item) => then.has(item.id))
  return {
    added: after.filter((item) => !then.has(item.id)),
    removed: before.filter((item) => !kept.has(item.id)),
    changed: found.flatMap((item) => {
      const earlier = then.get(item.id)
      return earlier && !isSame(earlier, item) ? { before: earlier, after: item } : []
    }),
    isReordered: found.some((item, index) => item.id !== stayed[index]?.id),
  }
}

function isSame(one: MenuItem, other: MenuItem): boolean {
  return (
    one.title === other.title &&
    one.category === other.category &&
    one.unitPriceMinor === other.unitPriceMinor &&
    one.offToday === other.offToday &&
    one.vatRate === other.vatRate
  )
}
