import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Floor, FloorPatch } from '#contract/floor-schema.ts'
import { isFloor, isFloorPatch } from './read-floor.ts'
import { tileNamed } from './testing/tile-fixture.ts'

const tile = { ...tileNamed('T1'), tableId: 't', heldSince: 4, askingSince: 3 }
const freshness = { asOf: 5, trouble: { cause: 'wallet_busy', since: 6 } }
const floor = { boot: 'b', version: 1, title: 'Cool caffe', ...freshness, tiles: [tile] }
const patch = {
  from: 1,
  to: 2,
  title: 'x',
  ...freshness,
  set: [tile],
  removed: ['T2'],
  order: ['T1'],
}

/** The value with one of its leaves or branches replaced, removed or joined by another. */
function spoilt(value: unknown, path: readonly number[], by: unknown): unknown {
  const [step, ...rest] = path
  if (typeof value !== 'object' || value === null || step === undefined) return by
  const keys = [...Object.keys(value), 'unforeseen']
  const key = keys[step % keys.length] ?? 'unforeseen'
  const inside: unknown = Reflect.get(value, key)
  const next = rest.length > 0 && typeof inside === 'object' ? spoilt(inside, rest, by) : by
  if (Array.isArray(value))
    return value.map((entry, index) => (String(index) === key ? next : entry))
  return Object.fromEntries(
    Object.entries({ ...value, [key]: next }).filter(([, entry]) => entry !== 'gone'),
  )
}

const anything = fc.constantFrom(
  undefined,
  null,
  'gone',
  'T1',
  'wallet_busy',
  7,
  -1,
  1.5,
  NaN,
  true,
  {},
  [],
  [tile],
  ['x'],
)

test('the floor and its patches are read exactly as the contract says', () => {
  assert.equal(isFloor(floor), true)
  assert.equal(isFloorPatch(patch), true)
  const both = fc.tuple(fc.array(fc.nat(12), { minLength: 1, maxLength: 4 }), anything)
  let refused = 0
  fc.assert(
    fc.property(both, ([path, by]) => {
      const news = spoilt(floor, path, by)
      assert.equal(isFloor(news), Floor.safeParse(news).success)
      const change = spoilt(patch, path, by)
      assert.equal(isFloorPatch(change), FloorPatch.safeParse(change).success)
      if (!isFloor(news)) refused += 1
    }),
    { numRuns: 1_000 },
  )
  assert.ok(refused > 300)
})

test('what is not an object at all is no floor', () => {
  for (const value of [null, undefined, 1, 'floor', [], [floor]])
    assert.equal(isFloor(value), false)
})
