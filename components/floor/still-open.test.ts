import assert from 'node:assert/strict'
import test from 'node:test'
import type { Tile } from '#contract/floor.ts'
import { tablesStillOpen } from './still-open.ts'

const tile: Tile = {
  key: '1',
  name: 'TABLE1',
  spot: { id: 1, identifier: 'TABLE1', locationId: 3, status: 'open' },
  area: null,
  asOf: 1,
  going: null,
  since: 1,
  revision: 1,
  currency: 'EUR',
  unpaidMinor: 0,
  heldMinor: 0,
  heldSince: null,
  receivedMinor: 0,
}

const rows: [string, Partial<Tile>[], number][] = [
  ['nobody', [], 0],
  ['a guest who was asked for nothing yet', [{}], 0],
  ['money received', [{ receivedMinor: 700 }], 0],
  ['something unpaid', [{ unpaidMinor: 700 }], 1],
  ['money held', [{ heldMinor: 700, heldSince: 5 }], 1],
  ['both at one table', [{ unpaidMinor: 300, heldMinor: 700 }], 1],
  ['two tables of three', [{ unpaidMinor: 300 }, {}, { heldMinor: 700 }], 2],
]
for (const [what, changes, count] of rows) {
  test(`with ${what}, something is still open at ${count} tables`, () => {
    assert.equal(tablesStillOpen(changes.map((change) => ({ ...tile, ...change }))), count)
  })
}
