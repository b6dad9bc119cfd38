import assert from 'node:assert/strict'
import test from 'node:test'
import type { MenuChange } from './menu-draft.ts'
import { changeMenu, itemsOf, rowsOf } from './menu-draft.ts'

const item = (title: string, category: string) => ({
  id: title,
  title,
  category,
  unitPriceMinor: 100,
  offToday: false,
})
const rows = rowsOf([
  item('Latte', 'Coffee'),
  item('Mocha', 'Coffee'),
  item('Tea', 'Coffee'),
  item('Soup', 'Kitchen'),
  item('Toast', 'Kitchen'),
])

function titlesAfter(...changes: MenuChange[]): string {
  return changes
    .reduce(changeMenu, rows)
    .map(({ title }) => title)
    .join(' ')
}

test('an item moves past its neighbour of the same category and stops at the ends', () => {
  const up = { type: 'move', key: 'Tea', direction: 'up' } as const
  assert.equal(titlesAfter(up), 'Latte Tea Mocha Soup Toast')
  assert.equal(titlesAfter(up, up, up), 'Tea Latte Mocha Soup Toast')
  assert.equal(
    titlesAfter({ type: 'move', key: 'Tea', direction: 'down' }),
    'Latte Mocha Tea Soup Toast',
  )
})

test('a category moves with its items', () => {
  const moved = titlesAfter({ type: 'move_category', category: 'Kitchen', direction: 'up' })
  assert.equal(moved, 'Soup Toast Latte Mocha Tea')
})

test('an item that changes its category joins the other one at its end', () => {
  const [latte] = rows
  assert.ok(latte)
  assert.equal(
    titlesAfter({ type: 'put', row: { ...latte, category: 'Kitchen' } }),
    'Mocha Tea Soup Toast Latte',
  )
  assert.equal(
    titlesAfter({ type: 'put', row: { ...latte, title: 'Flat white' } }),
    'Flat white Mocha Tea Soup Toast',
  )
})

test('a new item joins its category, and one that was taken off is gone', () => {
  const bun = { key: 'n1', title: 'Bun', category: 'Coffee', unitPriceMinor: 200, offToday: false }
  assert.equal(titlesAfter({ type: 'put', row: bun }), 'Latte Mocha Tea Bun Soup Toast')
  assert.equal(titlesAfter({ type: 'remove', key: 'Mocha' }), 'Latte Tea Soup Toast')
})

test('what is saved holds no names of this screen', () => {
  assert.deepEqual(itemsOf(rows)[0], item('Latte', 'Coffee'))
})
