import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { WalletSpot } from '#lib/wallet/spot-schemas.ts'
import { merge, stillInDoubt, type BelievedSpot, type Reading } from './merge.ts'

/**
 * The wallet's own history of a few spots, and readings of it that take their time and are heard of late and in any
 * order. A list is read page by page, so each of its spots is looked at in a moment of its own.
 */
const SPOTS = [1, 2, 3, 4]
const LAST = 200
const words = ['closed', 'waiting', 'open', 'dreaming'] as const
const ids = fc.constantFrom(...SPOTS)
const moment = fc.integer({ min: 1, max: LAST })

const change = fc.record({ at: moment, id: ids, status: fc.constantFrom(...words) })
const planned = fc.record({
  of: fc.oneof(fc.constantFrom('waiting' as const, 'open' as const), ids),
  startedAt: moment,
  lasts: fc.integer({ min: 1, max: 30 }),
  heardLater: fc.nat({ max: 30 }),
  looksAfter: fc.array(fc.nat({ max: 30 }), {
    minLength: SPOTS.length,
    maxLength: SPOTS.length,
  }),
})

type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never
type Planned = typeof planned extends fc.Arbitrary<infer Value> ? Value : never

function statusAt(history: readonly Change[], id: number, at: number): string {
  return history.findLast((one) => one.id === id && one.at <= at)?.status ?? 'closed'
}

function readingOf(history: readonly Change[], plan: Planned): Reading {
  const { of, startedAt, lasts, looksAfter } = plan
  const at = startedAt + lasts
  const seen = (id: number): WalletSpot => {
    const after = Math.min(looksAfter[SPOTS.indexOf(id)] ?? 0, lasts)
    return { id, status: statusAt(history, id, startedAt + after) }
  }
  if (typeof of === 'number') return { kind: 'spot', spot: seen(of), startedAt, at }
  const spots = SPOTS.map(seen).filter(({ status }) => status === of)
  return { kind: 'list', status: of, spots, startedAt, at }
}

class Floor {
  believed: ReadonlyMap<number, BelievedSpot> = new Map()
  inDoubt: ReadonlySet<number> = new Set()

  hear(reading: Reading): void {
    const merged = merge(this.believed, reading)
    this.believed = merged.spots
    this.inDoubt = stillInDoubt(this.inDoubt, reading, merged)
    const changed = merged.changed.map(({ id }) => id)
    assert.equal(new Set(changed).size, changed.length, 'no spot changes twice in one reading')
  }
}

const story = fc.record({
  changes: fc.array(change, { maxLength: 12 }),
  readings: fc.array(planned, { maxLength: 15 }),
})

function inOrder({ changes, readings }: { changes: Change[]; readings: Planned[] }) {
  const history = changes.toSorted((one, other) => one.at - other.at)
  const heard = readings
    .map((plan) => ({ heardAt: plan.startedAt + plan.lasts + plan.heardLater, plan }))
    .toSorted((one, other) => one.heardAt - other.heardAt)
    .map(({ plan }) => readingOf(history, plan))
  return { history, heard }
}

test('law 6: what is believed was so while it was read, and no older reading takes the place of a newer one', () => {
  fc.assert(
    fc.property(story, (told) => {
      const { history, heard } = inOrder(told)
      const floor = new Floor()
      for (const reading of heard) {
        const before = floor.believed
        floor.hear(reading)
        for (const [id, { status, knownFrom, knownAt }] of floor.believed) {
          const moments = Array.from({ length: knownAt - knownFrom + 1 }, (_, i) => knownFrom + i)
          assert.ok(moments.some((at) => statusAt(history, id, at) === status))
          assert.ok(knownAt >= (before.get(id)?.knownAt ?? 0))
          assert.ok(
            knownFrom >= (before.get(id)?.knownAt ?? 0) || before.get(id)?.knownAt === knownAt,
          )
        }
      }
    }),
    { numRuns: 1000 },
  )
})

test('law 6: nothing turns closed because a list does not show it', () => {
  fc.assert(
    fc.property(story, (told) => {
      const floor = new Floor()
      for (const reading of inOrder(told).heard) {
        const before = floor.believed
        floor.hear(reading)
        if (reading.kind !== 'list') continue
        for (const [id, { status }] of floor.believed) {
          if (status === 'closed') assert.equal(before.get(id)?.status, 'closed')
        }
        for (const id of before.keys()) assert.ok(floor.believed.has(id))
      }
    }),
    { numRuns: 1000 },
  )
})

test('law 6: whatever was read before, one more round shows every waiting guest and nobody who has left', () => {
  fc.assert(
    fc.property(story, (told) => {
      const { history, heard } = inOrder(told)
      const floor = new Floor()
      for (const reading of heard) floor.hear(reading)

      // Nothing changes any more, and the watch goes on as it does.
      const quiet = { lasts: 1, heardLater: 0, looksAfter: SPOTS.map(() => 0) }
      let at = 3 * LAST
      const read = (of: Planned['of']) => {
        at += 2
        floor.hear(readingOf(history, { ...quiet, of, startedAt: at }))
      }
      read('waiting')
      read('open')
      for (const id of floor.inDoubt) read(id)
      for (const id of SPOTS) {
        const truth = statusAt(history, id, at)
        const isShown = truth === 'waiting' || truth === 'open'
        if (isShown || floor.believed.has(id)) {
          const believed = floor.believed.get(id)?.status
          // A spot that was closed when it was heard of last may have gone on to a word that no list shows.
          if (believed === 'closed' && !isShown) continue
          assert.equal(believed, truth)
        }
      }
      assert.equal(floor.inDoubt.size, 0)
    }),
    { numRuns: 1000 },
  )
})
