import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultView } from '#contract/view.ts'
import { tilesThatNeedMe } from './attention.ts'
import { loudness } from '#contract/loudness.ts'
import { tileNamed } from './testing/tile-fixture.ts'

const MINUTE = 60_000
const held = tileNamed('T1', { status: 'open', heldMinor: 5, heldSince: 1000, area: 'Bar' })

test('an undecided payment gets louder by its own age: after one, three and ten minutes', () => {
  const rows: [ageMs: number, loud: number][] = [
    [0, 0],
    [MINUTE - 1, 0],
    [MINUTE, 1],
    [3 * MINUTE - 1, 1],
    [3 * MINUTE, 2],
    [10 * MINUTE - 1, 2],
    [10 * MINUTE, 3],
    [24 * 60 * MINUTE, 3],
  ]
  for (const [ageMs, loud] of rows) assert.equal(loudness(held, 1000 + ageMs), loud, `${ageMs} ms`)
})

test('what holds no payment is never loud, however long it lasts', () => {
  for (const status of ['waiting', 'open', 'closed']) {
    assert.equal(loudness(tileNamed('T1', { status, unpaidMinor: 5 }), 100 * MINUTE), 0)
  }
})

test('after ten minutes a payment is for everybody to see to, whoever follows its area', () => {
  const floor = {
    boot: 'b',
    version: 1,
    title: '',
    asOf: 1,
    trouble: null,
    openAsOf: 1,
    followed: ['Bar', 'Hall'],
    tiles: [held],
  }
  const needing = (now: number) => tilesThatNeedMe(floor, { ...defaultView, areas: ['Hall'] }, now)
  assert.deepEqual(needing(1000 + 10 * MINUTE - 1), [])
  assert.deepEqual(needing(1000 + 10 * MINUTE), [held])
})
