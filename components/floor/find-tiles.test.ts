import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bestMatch, isFound } from './find-tiles.ts'
import { tileNamed } from './testing/tile-fixture.ts'

const tiles = ['T17', 'T7', 'Bar 3', 'T3', 'TABLE011', 'Terrasse d’été', '<img onerror>', ''].map(
  (name) => tileNamed(name),
)

test('somebody who types a number means the table of that number', () => {
  const rows: [typed: string, name: string | undefined][] = [
    ['7', 'T7'],
    ['17', 'T17'],
    ['t 7', 'T7'],
    ['11', 'TABLE011'],
    ['011', 'TABLE011'],
    ['3', 'Bar 3'],
    ['t3', 'T3'],
    ['BAR', 'Bar 3'],
    ['ete', 'Terrasse d’été'],
    ['<img', '<img onerror>'],
    ['99', undefined],
    ['  ', undefined],
  ]
  for (const [typed, name] of rows) assert.equal(bestMatch(tiles, typed)?.name, name, typed)
})

test('typing narrows to names that hold what was typed, and nothing typed narrows nothing', () => {
  assert.deepEqual(
    tiles.filter((tile) => isFound(tile, '7')).map((tile) => tile.name),
    ['T17', 'T7'],
  )
  assert.equal(tiles.filter((tile) => isFound(tile, '')).length, tiles.length)
})
