import assert from 'node:assert/strict'
import test from 'node:test'
import type { MenuItem } from '#contract/menu.ts'
import { orderableAgain } from './last-round.ts'

const latte = { title: 'Latte', quantity: 2, unitPriceMinor: 350 }
const cake = { title: 'Cake', quantity: 1, unitPriceMinor: 450 }

function item(title: string, offToday: boolean, id = title): MenuItem {
  return { id, title, category: 'All', unitPriceMinor: 350, offToday }
}

test('a round is ordered again without what is off today, which is named', () => {
  const rows: [string, MenuItem[], string[], string[]][] = [
    ['everything is there', [item('Latte', false), item('Cake', false)], ['Latte', 'Cake'], []],
    ['one is off', [item('Latte', false), item('Cake', true)], ['Latte'], ['Cake']],
    ['all are off', [item('Latte', true), item('Cake', true)], [], ['Latte', 'Cake']],
    ['a line of one’s own is on no menu', [item('Latte', true)], ['Cake'], ['Latte']],
    [
      'one of two of that name is there',
      [item('Latte', true), item('Latte', false, 'big')],
      ['Latte', 'Cake'],
      [],
    ],
  ]
  for (const [name, items, again, off] of rows) {
    const { lines, ...rest } = orderableAgain([latte, cake], items)
    assert.deepEqual(
      lines.map(({ title }) => title),
      again,
      name,
    )
    assert.deepEqual(rest.off, off, name)
  }
})

test('what is off is named once, and quantities and prices are those of the round', () => {
  assert.deepEqual(orderableAgain([cake, { ...cake, unitPriceMinor: 1 }], [item('Cake', true)]), {
    lines: [],
    off: ['Cake'],
  })
  assert.deepEqual(orderableAgain([latte], []).lines, [latte])
})
