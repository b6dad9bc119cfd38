import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Floor, Tile } from '#contract/floor.ts'
import { isLive, tileAgeMs, troubleOf } from './freshness.ts'
import { tileNamed } from './testing/tile-fixture.ts'

const floor: Floor = {
  boot: 'b',
  version: 1,
  title: '',
  asOf: 1_000,
  trouble: null,
  openAsOf: null,
  followed: null,
  tiles: [],
}
const refused: Floor = { ...floor, trouble: { cause: 'wallet_refuses', since: 1_000 } }

test('news is live while it is young, heard and undisturbed', () => {
  assert.equal(isLive({ floor, silence: null }, 3_000), true)
  assert.equal(isLive({ floor, silence: null }, 31_000), false)
  assert.equal(isLive({ floor, silence: 'device' }, 3_000), false)
  assert.equal(isLive({ floor: refused, silence: null }, 3_000), false)
  assert.equal(isLive({ floor: { ...floor, asOf: null }, silence: null }, 3_000), false)
  assert.equal(isLive({ floor: null, silence: null }, 3_000), false)
})

test('a screen that hears nothing blames what it knows, not the wallet of long ago', () => {
  assert.equal(troubleOf({ floor: refused, silence: 'spotboard' }), 'spotboard')
  assert.equal(troubleOf({ floor: refused, silence: null }), 'wallet_refuses')
  assert.equal(troubleOf({ floor, silence: null }), null)
})

test('a tile is as old as the list that would have told a change of it, or as its own last news', () => {
  const read: Floor = { ...floor, asOf: 100_000, openAsOf: 40_000 }
  const free = tileNamed('T1', { asOf: 10 })
  const open = tileNamed('T2', { asOf: 10, status: 'open' })
  const rows: [tile: Tile, of: Floor, now: number, ageMs: number | null][] = [
    [free, read, 129_999, null],
    [free, read, 130_000, 30_000],
    [open, read, 189_999, null],
    [open, read, 190_000, 150_000],
    [{ ...open, asOf: 180_000 }, read, 190_000, null],
    [tileNamed('T3', { asOf: 99_000, status: 'parked' }), read, 130_000, 31_000],
    [free, { ...read, asOf: null }, 1_000, null],
    [{ ...open, asOf: null }, { ...read, openAsOf: null }, 1_000, Infinity],
  ]
  for (const [tile, of, now, ageMs] of rows) {
    assert.equal(tileAgeMs(tile, { floor: of, silence: null }, now), ageMs)
  }
})

test('a tile is never live while something keeps the floor from being fresh', () => {
  const tile = tileNamed('T1', { asOf: 1_000 })
  assert.equal(tileAgeMs(tile, { floor, silence: 'device' }, 3_000), 2_000)
  assert.equal(tileAgeMs(tile, { floor: refused, silence: null }, 3_000), 2_000)
  assert.equal(tileAgeMs(tile, { floor, silence: null }, 3_000), null)
})
