import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultView, passes } from '#contract/view.ts'
import { filterChoices, placesShown } from './filters.ts'
import { overviewOf } from './overview.ts'
import { tileNamed } from './testing/tile-fixture.ts'

const tiles = [
  tileNamed('T1', { status: 'waiting' }),
  tileNamed('T2', { status: 'waiting' }),
  tileNamed('T3', { status: 'open', heldMinor: 1 }),
  tileNamed('T4', { status: 'closed' }),
]

const overview = overviewOf(tiles)

test('each filter counts what it would show', () => {
  for (const { filter, count } of filterChoices(overview.tallies, defaultView)) {
    assert.equal(tiles.filter((tile) => passes(tile, filter)).length, count, filter)
    assert.equal(placesShown(overview, { ...defaultView, filter }, '').length, count, filter)
  }
  assert.deepEqual(
    filterChoices(overview.tallies, defaultView).map(({ filter, count }) => `${filter} ${count}`),
    ['all 4', 'needs_person 3', 'waiting 2', 'held 1', 'open 0', 'received 0', 'free 1'],
  )
})

function names(rest: typeof tiles, filter: 'all' | 'left') {
  const all = overviewOf([...tiles, ...rest])
  return filterChoices(all.tallies, { ...defaultView, filter }).map(({ filter }) => filter)
}

test('a rare state joins at the end while there is one, and stays while it is chosen', () => {
  assert.equal(names([tileNamed('T5', { unpaidMinor: 1 })], 'all').at(-1), 'left')
  assert.equal(names([], 'left').at(-1), 'left')
  assert.equal(names([], 'all').at(-1), 'free')
})
