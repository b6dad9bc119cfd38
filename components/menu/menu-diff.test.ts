import assert from 'node:assert/strict'
import test from 'node:test'
import { menuDifferences, rebaseMenu } from './menu-diff.ts'

const item = (id: string, unitPriceMinor = 100) => ({
  id,
  title: id,
  category: 'Coffee',
  unitPriceMinor,
  offToday: false,
})
const bun = { title: 'Bun', category: 'Sweet', unitPriceMinor: 200, offToday: false }
const base = [item('latte'), item('mocha'), item('tea')]

test('two menus differ by what was added, removed, changed and moved', () => {
  assert.deepEqual(menuDifferences(base, base), [])
  assert.deepEqual(menuDifferences(base, [item('tea'), item('latte', 120), bun]), [
    { what: 'removed', item: item('mocha') },
    { what: 'changed', before: item('latte'), after: item('latte', 120) },
    { what: 'added', item: bun },
    { what: 'reordered' },
  ])
})

test('adding or removing alone is not a new order', () => {
  assert.deepEqual(
    menuDifferences(base, [item('latte'), bun, item('tea')]).map(({ what }) => what),
    ['removed', 'added'],
  )
})

test('changes of two people to different items are all kept', () => {
  const mine = [item('latte', 120), item('mocha'), item('tea'), bun]
  const theirs = [item('latte'), item('mocha', 130), item('tea'), item('cocoa')]
  assert.deepEqual(rebaseMenu(base, mine, theirs), [
    item('latte', 120),
    item('mocha', 130),
    item('tea'),
    bun,
    item('cocoa'),
  ])
})

test('what one person removed and the other left alone is gone', () => {
  assert.deepEqual(rebaseMenu(base, [item('latte'), item('tea')], base), [
    item('latte'),
    item('tea'),
  ])
  assert.deepEqual(rebaseMenu(base, base, [item('latte'), item('tea')]), [
    item('latte'),
    item('tea'),
  ])
})

test('an item that one person changed and the other removed comes back as a new one', () => {
  const rebased = rebaseMenu(base, [item('latte', 120), item('mocha'), item('tea')], base.slice(1))
  const { id: _id, ...latte } = item('latte', 120)
  assert.deepEqual(rebased[0], latte)
})
