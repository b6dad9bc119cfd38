import type { MenuItem } from '#contract/menu.ts'

export interface Category<Item> {
  name: string
  items: Item[]
}

/** The items by category; both stand in the order of the list. */
export function byCategory<Item extends { category: string }>(
  items: readonly Item[],
): Category<Item>[] {
  const categories = new Map<string, Item[]>()
  for (const item of items) {
    const siblings = categories.get(item.category)
    if (siblings) siblings.push(item)
    else categories.set(item.category, [item])
  }
  return Array.from(categories, ([name, siblings]) => ({ name, items: siblings }))
}

/** Items whose title or category holds every word that was typed; letter case and accents do not matter. */
export function findInMenu(items: readonly MenuItem[], typed: string): MenuItem[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  return items.filter((item) => {
    const text = plain(`${item.title} ${item.category}`)
    return words.every((word) => text.includes(word))
  })
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
}
