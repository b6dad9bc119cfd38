import type { MenuEdit } from '#contract/menu.ts'

type Item = MenuEdit['items'][number]

export type MenuDifference =
  | { what: 'added'; item: Item }
  | { what: 'removed'; item: Item }
  | { what: 'changed'; before: Item; after: Item }
  | { what: 'reordered' }

/** What turns one menu into another, in words that a screen can show. */
export function menuDifferences(before: readonly Item[], after: readonly Item[]): MenuDifference[] {
  const known = byId(before)
  const kept = byId(after)
  const differences: MenuDifference[] = []
  for (const item of before) {
    if (item.id && !kept.has(item.id)) differences.push({ what: 'removed', item })
  }
  for (const item of after) {
    const previous = item.id ? known.get(item.id) : undefined
    if (!previous) differences.push({ what: 'added', item })
    else if (!sameItem(previous, item)) {
      differences.push({ what: 'changed', before: previous, after: item })
    }
  }
  const order = (items: readonly Item[], others: Map<string, Item>) =>
    items.flatMap((item) => (item.id && others.has(item.id) ? item.id : [])).join(' ')
  if (order(before, kept) !== order(after, known)) differences.push({ what: 'reordered' })
  return differences
}

/**
 * Puts what one person changed in `base` on top of the menu that somebody else has saved meanwhile: where
 * both changed one item, this person's wins; what the other added stays, at the end.
 */
export function rebaseMenu(
  base: readonly Item[],
  mine: readonly Item[],
  theirs: readonly Item[],
): Item[] {
  const before = byId(base)
  const present = byId(theirs)
  const touched = byId(mine)
  const rebased = mine.flatMap((item) => {
    const previous = item.id ? before.get(item.id) : undefined
    if (!item.id || !previous) return item
    const theirItem = present.get(item.id)
    if (sameItem(previous, item)) return theirItem ?? []
    return theirItem ? item : withoutId(item)
  })
  const added = theirs.filter((item) => item.id && !before.has(item.id) && !touched.has(item.id))
  return [...rebased, ...added]
}

/** An item that the other person removed is new when it is kept. */
function withoutId({ id: _id, ...item }: Item): Item {
  return item
}

function byId(items: readonly Item[]): Map<string, Item> {
  return new Map(items.flatMap((item) => (item.id ? [[item.id, item] as const] : [])))
}

function sameItem(one: Item, other: Item): boolean {
  return (
    one.title === other.title &&
    one.category === other.category &&
    one.unitPriceMinor === other.unitPriceMinor &&
    one.offToday === other.offToday &&
    one.vatRate === other.vatRate
  )
}
