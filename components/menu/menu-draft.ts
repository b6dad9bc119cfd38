import type { MenuEdit } from '#contract/menu.ts'
import { shifted } from '#components/ui/shifted.ts'
import type { Direction } from '#components/ui/shifted.ts'
import { byCategory } from './categories.ts'

export type MenuRow = MenuEdit['items'][number] & {
  /** Names the row on this screen; a new item has no id yet. */
  key: string
}

export type MenuChange =
  | { type: 'put'; row: MenuRow }
  | { type: 'remove'; key: string }
  | { type: 'move'; key: string; direction: Direction }
  | { type: 'move_category'; category: string; direction: Direction }

export function rowsOf(items: MenuEdit['items']): MenuRow[] {
  return grouped(items.map((item, index) => ({ ...item, key: item.id ?? `new-${index}` })))
}

export function itemsOf(rows: readonly MenuRow[]): MenuEdit['items'] {
  return rows.map(({ key: _key, ...item }) => item)
}

/** The rows after one change. The items of a category always stand together. */
export function changeMenu(rows: MenuRow[], change: MenuChange): MenuRow[] {
  if (change.type === 'put') return grouped(putRow(rows, change.row))
  if (change.type === 'remove') return rows.filter((row) => row.key !== change.key)
  if (change.type === 'move') return moveItem(rows, change.key, change.direction)
  return moveCategory(rows, change.category, change.direction)
}

/** A row keeps its place unless it is new or goes to another category, where it joins at the end. */
function putRow(rows: MenuRow[], row: MenuRow): MenuRow[] {
  const present = rows.find((other) => other.key === row.key)
  if (present?.category === row.category) {
    return rows.map((other) => (other === present ? row : other))
  }
  return [...rows.filter((other) => other !== present), row]
}

function moveItem(rows: MenuRow[], key: string, direction: Direction): MenuRow[] {
  const category = rows.find((row) => row.key === key)?.category
  const siblings = rows.filter((row) => row.category === category)
  const moved = shifted(
    siblings,
    siblings.findIndex((row) => row.key === key),
    direction,
  )
  const queue = [...moved]
  return rows.map((row) => (row.category === category ? (queue.shift() ?? row) : row))
}

function moveCategory(rows: MenuRow[], category: string, direction: Direction): MenuRow[] {
  const categories = byCategory(rows)
  const from = categories.findIndex(({ name }) => name === category)
  return shifted(categories, from, direction).flatMap(({ items }) => items)
}

function grouped(rows: MenuRow[]): MenuRow[] {
  return byCategory(rows).flatMap(({ items }) => items)
}
