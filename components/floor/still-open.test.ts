import assert from 'node:assert/strict'
import test from 'node:test'
import { countStillOpen } from './still-open.ts'
import { tileNamed } from './testing/tile-fixture.ts'

test('what is still open is counted over all tables, also where nothing is unpaid any more', () => {
  const tiles = [
    tileNamed('T1', { unsettled: 2, unpaidMinor: 300, heldMinor: 700 }),
    tileNamed('T2', { unsettled: 1, receivedMinor: 350 }),
    tileNamed('T3'),
  ]
  assert.equal(countStillOpen([]), 0)
  assert.equal(countStillOpen(tiles), 3)
})
