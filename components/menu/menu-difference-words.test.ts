import assert from 'node:assert/strict'
import test from 'node:test'
import { differenceWords } from './menu-difference-words.ts'

const latte = {
  id: 'a',
  title: 'Latte',
  category: 'Coffee',
  unitPriceMinor: 350,
  offToday: false,
}

test('each thing that changed about an item is said', () => {
  const after = {
    ...latte,
    title: 'Big latte',
    category: 'Hot',
    unitPriceMinor: 370,
    offToday: true,
  }
  assert.deepEqual(differenceWords({ what: 'changed', before: latte, after }, 'EUR'), [
    'Latte is now called Big latte',
    'Big latte: €3.50 → €3.70',
    'Big latte moved to Hot',
    'Big latte off today',
  ])
  assert.deepEqual(
    differenceWords({ what: 'changed', before: { ...latte, offToday: true }, after: latte }, 'EUR'),
    ['Latte back on'],
  )
})

test('items that came and went are named', () => {
  assert.deepEqual(differenceWords({ what: 'added', item: latte }, 'EUR'), ['Latte €3.50 added'])
  assert.deepEqual(differenceWords({ what: 'removed', item: latte }, 'EUR'), ['Latte taken off'])
})
