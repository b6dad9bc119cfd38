import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { applyFloorPatch, type Floor, type Tile } from '#contract/floor.ts'
import { FloorPatch } from '#contract/floor-schema.ts'
import { diffFloors } from './diff.ts'

const tile = fc.record({
  key: fc.constantFrom('s1', 's2', 's3', 's4', 's5', 's6'),
  status: fc.constantFrom('closed', 'waiting', 'open', 'strange'),
  unpaidMinor: fc.nat(3),
})

const floor = (version: number) =>
  fc
    .record({
      title: fc.constantFrom('Cool caffe', 'Bar'),
      asOf: fc.option(fc.nat(3)),
      trouble: fc.option(
        fc.record(
          { cause: fc.constant('wallet_busy' as const), since: fc.nat(3) },
          { noNullPrototype: true },
        ),
      ),
      openAsOf: fc.option(fc.nat(3)),
      followed: fc.option(fc.subarray(['Hall', 'Terrace'])),
      differences: fc.nat(2),
      restored: fc.constantFrom('unread' as const, 'read' as const, undefined),
      tiles: fc.uniqueArray(tile, { selector: ({ key }) => key }),
    })
    .map(({ tiles, ...rest }): Floor => ({ boot: 'b', version, ...rest, tiles: tiles.map(tileOf) }))

function tileOf({
  key,
  status,
  unpaidMinor,
}: {
  key: string
  status: string
  unpaidMinor: number
}): Tile {
  return {
    key,
    name: key,
    spot: { id: Number(key.slice(1)), identifier: key, locationId: 3, status },
    area: null,
    asOf: 1,
    going: null,
    since: 1,
    revision: 1,
    currency: 'EUR',
    unpaidMinor,
    heldMinor: 0,
    heldSince: null,
    heldCount: 0,
    receivedMinor: 0,
    askingSince: null,
    unsettled: 0,
  }
}

test('apply(a, diff(a, b)) = b, also over the wire', () => {
  fc.assert(
    fc.property(floor(1), floor(2), (before, after) => {
      const patch = diffFloors(before, after)
      if (!patch) {
        assert.deepEqual({ ...before, version: 2 }, after)
        return
      }
      const received = FloorPatch.parse(JSON.parse(JSON.stringify(patch)))
      assert.deepEqual(applyFloorPatch(before, received), after)
    }),
    { numRuns: 2000 },
  )
})

test('a tile that did not change keeps its identity, so that it is not drawn again', () => {
  fc.assert(
    fc.property(floor(1), floor(2), (before, after) => {
      const patch = diffFloors(before, after)
      const applied = patch ? applyFloorPatch(before, patch) : before
      for (const now of applied.tiles) {
        const earlier = before.tiles.find((candidate) => candidate.key === now.key)
        if (earlier && JSON.stringify(earlier) === JSON.stringify(now)) assert.equal(now, earlier)
      }
    }),
  )
})

test('each thing that the floor says beside its tiles is told, also when nothing else has changed', () => {
  const before: Floor = {
    boot: 'b',
    version: 1,
    title: 'Cool caffe',
    asOf: 1,
    trouble: null,
    openAsOf: 1,
    followed: ['Hall'],
    tiles: [],
  }
  const changes: Partial<Floor>[] = [
    { title: 'Bar' },
    { asOf: 2 },
    { trouble: { cause: 'wallet_busy', since: 1 } },
    { openAsOf: 2 },
    { openAsOf: null },
    { followed: [] },
    { followed: null },
  ]
  for (const change of changes) {
    const after = { ...before, version: 2, ...change }
    const patch = diffFloors(before, after)
    assert.ok(patch, JSON.stringify(change))
    assert.deepEqual(applyFloorPatch(before, patch), after)
  }
})
