import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { applyFloorPatch } from '#contract/floor.ts'
import type { Floor, FloorPatch, Tile } from '#contract/floor.ts'
import { carryOver, changesBetween, changesBy, overviewOf } from './overview.ts'
import type { Overview } from './overview.ts'
import { tileNamed } from './testing/tile-fixture.ts'

const keys = ['A', 'B', 'C', 'D', 'E', 'F'] as const

const tile: fc.Arbitrary<Tile> = fc
  .record({
    key: fc.constantFrom(...keys),
    name: fc.constantFrom('T1', 'T2'),
    area: fc.constantFrom(null, 'Hall', 'Bar'),
    status: fc.constantFrom('waiting', 'open', 'closed', 'paused'),
    spotId: fc.nat(2),
    heldMinor: fc.constantFrom(0, 500),
    unpaidMinor: fc.constantFrom(0, 300),
    receivedMinor: fc.constantFrom(0, 200),
    unsettled: fc.nat(3),
    revision: fc.nat(),
  })
  .map(({ key, status, spotId, ...rest }) => ({
    ...tileNamed(key, rest),
    spot: { id: spotId, identifier: key, locationId: 3, status },
  }))

const patch: fc.Arbitrary<Partial<FloorPatch>> = fc.record(
  {
    set: fc.uniqueArray(tile, { selector: ({ key }) => key, maxLength: 4 }),
    removed: fc.subarray([...keys], { maxLength: 2 }),
    order: fc.shuffledSubarray([...keys], { minLength: keys.length }),
  },
  { requiredKeys: ['set'] },
)

const empty: Floor = {
  boot: 'b',
  version: 0,
  title: '',
  asOf: 1,
  trouble: null,
  openAsOf: 1,
  followed: null,
  tiles: [],
}

/** What an overview tells, without what two ways to make it may differ in: the runs, and that nobody is somewhere. */
function told({ places, areas, tallies, needing, stillOpen }: Overview) {
  const counts = [...tallies].flatMap(([area, tally]) =>
    Object.entries(tally).map(([state, count]) => `${area} ${state} ${count}`),
  )
  return {
    places: places.map(({ key, name, area, way }) => ({ key, name, area, way })),
    areas,
    counts: counts.filter((count) => !count.endsWith(' 0')).toSorted(),
    needing,
    stillOpen,
  }
}

const patchFrom = (version: number, some: Partial<FloorPatch>): FloorPatch => ({
  from: version,
  to: version + 1,
  asOf: 1,
  trouble: null,
  removed: [],
  set: [],
  ...some,
})

test('whatever the patches are, what is carried over says the same as adding up anew', () => {
  fc.assert(
    fc.property(fc.array(patch, { maxLength: 12 }), (patches) => {
      let floor = empty
      for (const some of patches) {
        const { tiles: before, version } = floor
        const made = patchFrom(version, some)
        floor = applyFloorPatch(floor, made)
        const { tiles } = floor
        if (tiles === before) continue
        overviewOf(before)
        const known = new Map(before.map((tile) => [tile.key, tile]))
        const changes = changesBy(made, (key) => known.get(key))
        if (changes) {
          const walked = changesBetween(before, tiles)
          assert.deepEqual(new Set(changes), new Set(walked))
        }
        const overview = carryOver(before, tiles, changes ?? changesBetween(before, tiles))
        assert.deepEqual(told(overview), told(overviewOf([...tiles])))
        assert.equal(overviewOf(tiles), overview)
      }
    }),
    { numRuns: 500 },
  )
})

test('what a patch leaves alone stays the same object', () => {
  const tiles = keys.map((key) => tileNamed(key, { status: 'open', unpaidMinor: 100 }))
  const overview = overviewOf(tiles)
  const after = (rest: Parameters<typeof tileNamed>[1]) => {
    const next = tiles.with(2, tileNamed('C', rest))
    return carryOver(tiles, next, changesBetween(tiles, next))
  }
  assert.equal(after({ status: 'open', unpaidMinor: 900, revision: 1 }), overview)

  const waiting = after({ status: 'waiting' })
  assert.equal(waiting.places, overview.places)
  assert.equal(waiting.areas, overview.areas)
  assert.notEqual(waiting.tallies, overview.tallies)
  assert.deepEqual(waiting.needing, [tileNamed('C', { status: 'waiting' })])

  const unsettled = after({ status: 'open', unpaidMinor: 100, unsettled: 2 })
  assert.equal(unsettled.tallies, overview.tallies)
  assert.equal(unsettled.needing, overview.needing)
  assert.equal(unsettled.stillOpen, 2)
})
