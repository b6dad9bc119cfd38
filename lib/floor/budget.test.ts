import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Budget, type Priority } from './budget.ts'

const HOUR_MS = 3_600_000

test('law 8: no window of a minute or an hour ever holds more calls than its limit', () => {
  const limits = { perMinute: 5, perHour: 40 }
  fc.assert(
    fc.property(
      fc.array(fc.record({ pauseMs: fc.nat(20_000), person: fc.boolean() }), { maxLength: 400 }),
      (calls) => {
        const budget = new Budget(limits)
        const sent: number[] = []
        let now = 1_000_000
        for (const { pauseMs, person } of calls) {
          now += pauseMs
          now += budget.waitMs(now, person ? 'person' : 'poll')
          budget.spend(now)
          sent.push(now)
        }
        for (const [index, at] of sent.entries()) {
          const before = sent.slice(0, index + 1)
          assert.ok(before.filter((other) => other > at - 60_000).length <= limits.perMinute)
          assert.ok(before.filter((other) => other > at - HOUR_MS).length <= limits.perHour)
        }
      },
    ),
  )
})

test('law 8: when polls have used their share, a person still goes at once', () => {
  const budget = new Budget({ perMinute: 30, perHour: 900 })
  const now = 5_000_000
  const goes = (priority: Priority) => budget.waitMs(now, priority) === 0
  while (goes('poll')) budget.spend(now)
  assert.equal(goes('person'), true)
})

test('calls from before a restart count', () => {
  const now = 10_000_000
  const earlier = Array.from({ length: 50 }, () => now - 1000)
  const budget = new Budget({ perMinute: 50, perHour: 900 }, earlier)
  assert.equal(budget.waitMs(now, 'person'), 59_000)
})

test('a 429 stops everything for as long as the wallet says', () => {
  const budget = new Budget({ perMinute: 50, perHour: 900 })
  budget.pause(1000, 7000)
  assert.equal(budget.waitMs(2000, 'person'), 6000)
  assert.equal(budget.waitMs(8000, 'person'), 0)
})

test('no word of the wallet stops everything for longer than its longest window', () => {
  const budget = new Budget({ perMinute: 50, perHour: 900 })
  budget.pause(0, 100 * HOUR_MS)
  assert.equal(budget.waitMs(0, 'person'), HOUR_MS)
})

test('polls stretch only when the hour is getting short', () => {
  const now = 10_000_000
  const used = (count: number) =>
    new Budget(
      { perMinute: 50, perHour: 900 },
      Array.from({ length: count }, () => now - 120_000),
    )
  assert.equal(used(600).stretch(now), 1)
  assert.ok(used(800).stretch(now) > 1)
  assert.ok(used(880).stretch(now) > used(800).stretch(now))
})
