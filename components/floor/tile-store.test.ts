import assert from 'node:assert/strict'
import { test } from 'node:test'
import { look, keepTiles } from './tile-store.ts'
import { tileNamed } from './testing/tile-fixture.ts'

Reflect.set(globalThis, 'requestAnimationFrame', setImmediate)

test('a change is told to those who show the tile: at once where it is seen, and soon where it is far', async () => {
  const told: string[] = []
  const tiles = Array.from({ length: 120 }, (_, index) => tileNamed(`T${index}`))
  keepTiles(tiles)
  const leave = tiles.map(({ key }, index) =>
    look(key, { isNear: index < 2, tell: () => told.push(key) }),
  )
  keepTiles(tiles)
  assert.deepEqual(told, [])

  const changed = tiles.map((tile, index) => (index % 2 === 0 ? { ...tile, revision: 1 } : tile))
  keepTiles(changed)
  assert.deepEqual(told, ['T0'])
  while (told.length < 60) await new Promise<void>((resolve) => setImmediate(resolve))
  assert.deepEqual(
    new Set(told),
    new Set(changed.flatMap((tile) => (tile.revision ? tile.key : []))),
  )
  for (const goes of leave) goes()
  keepTiles(tiles)
  assert.equal(told.length, 60)
})
