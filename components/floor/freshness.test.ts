import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Floor } from '#contract/floor.ts'
import { isLive, troubleOf } from './freshness.ts'

const floor: Floor = { boot: 'b', version: 1, title: '', asOf: 1_000, trouble: null, tiles: [] }
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
