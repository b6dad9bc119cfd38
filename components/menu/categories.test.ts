import assert from 'node:assert/strict'
import test from 'node:test'
import { byCategory, findInMenu } from './categories.ts'

const item = (title: string, category: string) => ({
  id: title,
  title,
  category,
  unitPriceMinor: 100,
  offToday: false,
})
const menu = [
  item('Latte', 'Coffee'),
  item('Soup', 'Kitchen'),
  item('Café crème', 'Coffee'),
  item('Šaltibarščiai', 'Kitchen'),
]
const found = (typed: string) => findInMenu(menu, typed).map(({ title }) => title)

test('categories and their items stand in the order of the menu', () => {
  assert.deepEqual(
    byCategory(menu).map(({ name, items }) => [name, items.map(({ title }) => title)]),
    [
      ['Coffee', ['Latte', 'Café crème']],
      ['Kitchen', ['Soup', 'Šaltibarščiai']],
    ],
  )
})

test('searching the menu does not mind accents, letter case, or the order of words', () => {
  assert.deepEqual(found('CAFE'), ['Café crème'])
  assert.deepEqual(found('saltib'), ['Šaltibarščiai'])
  assert.deepEqual(found('creme ca'), ['Café crème'])
  assert.deepEqual(found('coffee'), ['Latte', 'Café crème'])
  assert.deepEqual(found('latte soup'), [])
  assert.equal(found(' ').length, menu.length)
})
