import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { WalletSpot } from '#lib/wallet/spot-schemas.ts'
import { merge, type BelievedSpot, type Reading } from './merge.ts'

type Believed = ReadonlyMap<number, BelievedSpot>

const nothing: Believed = new Map()
const spot = (id: number, status: string): WalletSpot => ({ id, status, identifier: `T${id}` })
const list = (status: string | null, spots: WalletSpot[], startedAt: number): Reading => ({
  kind: 'list',
  status,
  spots,
  startedAt,
  at: startedAt + 1,
})

test('law 6: a spot missing from its list is asked for by id before anything is believed', () => {
  const waiting = merge(nothing, list('waiting', [spot(1, 'waiting')], 10)).spots
  const gone = merge(waiting, list('waiting', [], 20))
  assert.deepEqual(gone.ask, [1])
  assert.equal(gone.spots.get(1)?.status, 'waiting')
})

test('law 6: a spot that moved from waiting to open while both were read is there once', () => {
  const waiting = merge(nothing, list('waiting', [spot(1, 'waiting')], 10)).spots
  const open = merge(waiting, list('open', [spot(1, 'open')], 20)).spots
  const again = merge(open, list('waiting', [], 30))
  assert.deepEqual(again.ask, [])
  assert.deepEqual(
    [...again.spots.values()].map(({ id, status }) => ({ id, status })),
    [{ id: 1, status: 'open' }],
  )
})

test('law 6: the age counts from the first sight of a status and survives being seen again', () => {
  const first = merge(nothing, list('waiting', [spot(1, 'waiting')], 10)).spots
  const second = merge(first, list('waiting', [spot(1, 'waiting')], 50)).spots
  assert.equal(second.get(1)?.since, 11)
  assert.equal(second.get(1)?.knownAt, 51)
  const opened = merge(second, list('open', [spot(1, 'open')], 60)).spots
  assert.equal(opened.get(1)?.since, 61)
})

test('a list that began before our own act does not undo what the act has taught', () => {
  const closed = merge(nothing, {
    kind: 'spot',
    spot: spot(1, 'closed'),
    startedAt: 20,
    at: 25,
  }).spots
  const late = merge(closed, list('open', [spot(1, 'open')], 15))
  assert.equal(late.spots.get(1)?.status, 'closed')
  assert.deepEqual(late.changed, [])
})

test('a spot that the wallet knows no more is closed', () => {
  const open = merge(nothing, list('open', [spot(1, 'open')], 10)).spots
  const { spots } = merge(open, { kind: 'gone', spotId: 1, startedAt: 20, at: 21 })
  assert.equal(spots.get(1)?.status, 'closed')
  assert.equal(spots.get(1)?.identifier, 'T1')
})

test('law 11: an unknown status survives as it is', () => {
  const { spots } = merge(nothing, list(null, [spot(1, 'dreaming')], 10))
  assert.equal(spots.get(1)?.status, 'dreaming')
})

test('what leaves out the identifier does not make it forgotten', () => {
  const named = merge(nothing, list('waiting', [spot(1, 'waiting')], 10)).spots
  const { spots } = merge(named, list('open', [{ id: 1, status: 'open' }], 20))
  assert.equal(spots.get(1)?.identifier, 'T1')
})

test('readings in any interleaving never lose or double a spot, and change only what they name', () => {
  const status = fc.constantFrom('waiting', 'open', 'closed')
  const reading = fc.record({
    status: fc.constantFrom('waiting', 'open'),
    spots: fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 5 }), status }), {
      selector: ({ id }) => id,
    }),
  })
  fc.assert(
    fc.property(fc.array(reading, { maxLength: 20 }), (readings) => {
      let believed = nothing
      for (const [index, { status: asked, spots }] of readings.entries()) {
        const before = believed
        const merged = merge(
          before,
          list(
            asked,
            spots.map(({ id, status: is }) => spot(id, is)),
            index * 10,
          ),
        )
        believed = merged.spots
        for (const { id, status: is } of spots) assert.equal(believed.get(id)?.status, is)
        for (const [id, was] of before) {
          if (!spots.some((named) => named.id === id)) assert.equal(believed.get(id), was)
        }
      }
    }),
  )
})
