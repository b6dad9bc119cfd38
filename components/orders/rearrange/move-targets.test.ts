import assert from 'node:assert/strict'
import test from 'node:test'
import type { Tile } from '#contract/floor.ts'
import { tileNamed } from '#components/floor/testing/tile-fixture.ts'
import { moveTargets } from './move-targets.ts'

function table(name: string, id: number, status: string): Tile {
  return tileNamed(name, { spot: { id, identifier: name, locationId: 3, status } })
}

const { spot: _, ...unscanned } = tileNamed('T4')

const floor = [
  table('T17', 17, 'open'),
  table('T1', 1, 'closed'),
  table('T2', 2, 'puzzled'),
  table('T3', 3, 'waiting'),
  unscanned,
  table('T5', 5, 'open'),
  table('T7', 7, 'open'),
  table('Counter 7', -7, 'open'),
]

function targets(typed = '', from = 5): string[] {
  return moveTargets(floor, from, typed).map(({ name }) => name)
}

test('an order can be moved to where guests are checked in, in the order of the floor', () => {
  assert.deepEqual(targets(), ['T17', 'T3', 'T7', 'T2'])
  assert.deepEqual(targets('', 17), ['T3', 'T5', 'T7', 'T2'])
})

test('a number leads to the table that ends with it', () => {
  assert.deepEqual(targets('7'), ['T7', 'T17'])
  assert.deepEqual(targets('t3'), ['T3'])
  assert.deepEqual(targets('1'), ['T17'], 'T1 is closed')
  assert.deepEqual(targets('9'), [])
})
