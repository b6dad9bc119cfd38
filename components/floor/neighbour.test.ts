import assert from 'node:assert/strict'
import { test } from 'node:test'
import { neighbour } from './neighbour.ts'

// Three to a row, the last row short: 0 1 2 / 3 4 5 / 6.
const places = Array.from({ length: 7 }, (_, index) => ({
  left: (index % 3) * 100,
  top: Math.floor(index / 3) * 50,
}))

test('arrows lead to the tile that lies there, and nowhere beyond the edge', () => {
  const rows: [from: number, key: string, to: number | null][] = [
    [0, 'ArrowRight', 1],
    [2, 'ArrowRight', 3],
    [6, 'ArrowRight', null],
    [0, 'ArrowLeft', null],
    [1, 'ArrowDown', 4],
    [4, 'ArrowDown', 6],
    [5, 'ArrowUp', 2],
    [6, 'ArrowUp', 3],
    [1, 'ArrowUp', null],
    [6, 'ArrowDown', null],
    [4, 'Home', 0],
    [0, 'End', 6],
    [4, 'Enter', null],
    [-1, 'ArrowDown', null],
  ]
  for (const [from, key, to] of rows)
    assert.equal(neighbour(places, from, key), to, `${from} ${key}`)
})
