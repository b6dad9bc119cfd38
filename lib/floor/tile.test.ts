import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Tile } from '#contract/floor.ts'
import { compareTiles, tileOfSpot, withTiles } from './tile.ts'
import { noMoney } from './spot-money.ts'

const tile = fc
  .record({
    id: fc.integer({ min: 1, max: 8 }),
    identifier: fc.constantFrom('T1', 'T2', 'T10', 't2', 'BAR', null),
    locationId: fc.constantFrom(3, 4, null),
    revision: fc.nat(5),
  })
  .map(({ revision, ...place }) => {
    const spot = { ...place, title: null, status: 'open', since: 1, knownAt: 0 }
    return tileOfSpot(spot, noMoney, revision, 'EUR')
  })

const tiles = fc.uniqueArray(tile, { selector: ({ key }) => key })

test('tiles that are drawn anew stand where sorting all of them would put them', () => {
  fc.assert(
    fc.property(tiles, tiles, (before, drawn) => {
      const sorted = before.toSorted(compareTiles)
      const byKey = new Map<string, Tile>([...before, ...drawn].map((one) => [one.key, one]))
      assert.deepEqual(withTiles(sorted, drawn), [...byKey.values()].toSorted(compareTiles))
    }),
  )
})

test('a tile that is not drawn anew stays the same object', () => {
  fc.assert(
    fc.property(tiles, tiles, (before, drawn) => {
      const sorted = before.toSorted(compareTiles)
      const anew = new Set(drawn.map(({ key }) => key))
      const kept = withTiles(sorted, drawn).filter(({ key }) => !anew.has(key))
      assert.ok(kept.every((one) => sorted.includes(one)))
    }),
  )
})
