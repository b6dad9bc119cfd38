import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isNewSighting } from './sighting.ts'

const seen = { text: 'PAYSERA*3:TABLE1', atMs: 10_000 }

test('a code that stays in the picture is read once', () => {
  assert.equal(isNewSighting(null, seen), true)
  assert.equal(isNewSighting(seen, { ...seen, atMs: 10_150 }), false)
  assert.equal(isNewSighting(seen, { ...seen, atMs: 12_000 }), false)
})

test('another code counts at once, and the same one after it was away', () => {
  assert.equal(isNewSighting(seen, { text: 'PAYSERA*3:TABLE2', atMs: 10_001 }), true)
  assert.equal(isNewSighting(seen, { ...seen, atMs: 12_001 }), true)
})
