import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { partsOf, placesOf } from './places.ts'
import type { Place } from './places.ts'
import { tileNamed } from './testing/tile-fixture.ts'

const name = (index: number) => `T${String(index).padStart(3, '0')}`
const floor = (indexes: readonly number[]) =>
  indexes.toSorted((one, other) => one - other).map((index) => tileNamed(name(index)))

test('of a thousand tiles, none has more than forty neighbours to walk past in its run, its block and among blocks', () => {
  const places = placesOf(floor(Array.from({ length: 1_000 }, (_, index) => index)))
  const [part] = partsOf(places)
  assert.ok(part)
  const shown = part.blocks.flatMap(([, runs]) => runs.flatMap(([, here]) => here))
  assert.deepEqual(shown, places)
  for (const [, runs] of part.blocks) {
    for (const [, here] of runs) {
      assert.ok(part.blocks.length + runs.length + here.length <= 40)
    }
  }
})

test('while tables come and go, whoever stays keeps the run and the place of which nothing changed', () => {
  const some = fc.uniqueArray(fc.nat(90), { maxLength: 90 })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 6 }), (moments) => {
      let before: Place[] = []
      for (const indexes of moments) {
        const places = placesOf(floor(indexes), before)
        const earlier = new Map(before.map((place) => [place.key, place]))
        for (const [index, place] of places.entries()) {
          const known = earlier.get(place.key)
          const isCrowded = places.filter(({ run }) => run === place.run).length > 12
          if (known && !isCrowded) assert.equal(place, known, `${index}`)
        }
        before = places
      }
    }),
  )
})

test('a run stands in one piece, and so does a block, whatever the order was before', () => {
  const order = fc.shuffledSubarray(
    Array.from({ length: 60 }, (_, index) => index),
    { minLength: 30 },
  )
  fc.assert(
    fc.property(fc.array(order, { maxLength: 4 }), (orders) => {
      let places: Place[] = []
      for (const indexes of orders) {
        places = placesOf(
          indexes.map((index) => tileNamed(name(index))),
          places,
        )
        for (const kind of ['run', 'block'] as const) {
          const groups = places.map((place) => place[kind])
          const pieces = groups.filter((group, index) => group !== groups[index - 1])
          assert.equal(pieces.length, new Set(groups).size)
        }
        const blocks = new Map(places.map(({ run, block }) => [run, block]))
        assert.ok(places.every(({ run, block }) => blocks.get(run) === block))
      }
    }),
  )
})
