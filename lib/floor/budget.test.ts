import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Budget, type Priority } from './budget.ts'

const HOUR_MS = 3_600_000
const anyPriority = fc.constantFrom<Priority>('person', 'background', 'called_back', 'poll')

test('law 8: no window of a minute or an hour ever holds more calls than its limit', () => {
  const limits = { perMinute: 5, perHour: 40 }
  fc.assert(
    fc.property(
      fc.array(fc.record({ pauseMs: fc.nat(20_000), priority: anyPriority }), { maxLength: 400 }),
      (calls) => {
        const budget = new Budget(limits)
        const sent: number[] = []
        let now = 1_000_000
        for (const { pauseMs, priority } of calls) {
          now += pauseMs
          now += budget.waitMs(now, priority)
          budget.spend(now, priority)
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
  while (goes('poll')) budget.spend(now, 'poll')
  assert.equal(goes('person'), true)
})

test('law 8: acts that try again leave room in the minute for whoever acts now', () => {
  const budget = new Budget({ perMinute: 50, perHour: 900 })
  const now = 5_000_000
  for (let call = 0; call < 25; call += 1) {
    assert.equal(budget.waitMs(now, 'background'), 0)
    budget.spend(now, 'background')
  }
  assert.equal(budget.waitMs(now, 'background'), 60_000)
  for (let call = 0; call < 25; call += 1) {
    assert.equal(budget.waitMs(now, 'person'), 0)
    budget.spend(now, 'person')
  }
})

test('law 8: no polling keeps a payment waiting about which the wallet has called, and that leaves room for people', () => {
  for (const limits of [
    { perMinute: 50, perHour: 900 },
    { perMinute: 50, perHour: 100 },
  ]) {
    const budget = new Budget(limits)
    let now = 5_000_000
    for (let minute = 0; minute < 3; minute += 1) {
      now += 60_000
      while (budget.waitMs(now, 'poll') === 0) budget.spend(now, 'poll')
    }
    assert.equal(budget.waitMs(now, 'called_back'), 0)
    while (budget.waitMs(now, 'called_back') === 0) budget.spend(now, 'called_back')
    assert.equal(budget.waitMs(now, 'person'), 0)
  }
})

test('law 8: no polling keeps an act waiting that finds out what became of it', () => {
  const budget = new Budget({ perMinute: 50, perHour: 900 })
  const now = 5_000_000
  while (budget.waitMs(now, 'poll') === 0) budget.spend(now, 'poll')
  assert.equal(budget.waitMs(now, 'background'), 0)
})

test('law 8: they leave the end of the hour to whoever acts now, and polls leave it to both', () => {
  const now = 10_000_000
  const waits = (calls: number, priority: Priority) => {
    const spent = Array.from({ length: calls }, () => ({ at: now - 100_000, priority }))
    return new Budget({ perMinute: 50, perHour: 900 }, spent).waitMs(now, priority) > 0
  }
  assert.deepEqual([waits(881, 'poll'), waits(882, 'poll')], [false, true])
  assert.deepEqual([waits(890, 'background'), waits(891, 'background')], [false, true])
  assert.deepEqual([waits(899, 'person'), waits(900, 'person')], [false, true])
})

test('calls from before a restart count', () => {
  const now = 10_000_000
  const earlier = Array.from({ length: 50 }, () => ({ at: now - 1000, priority: 'poll' as const }))
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

test('what is left of the minute and of the hour comes back as the windows slide', () => {
  const budget = new Budget({ perMinute: 50, perHour: 900 })
  for (let call = 0; call < 20; call += 1) budget.spend(1_000_000, call < 5 ? 'person' : 'poll')
  assert.deepEqual(budget.left(1_000_000), { perMinute: 30, perHour: 880 })
  assert.deepEqual(budget.left(1_060_000), { perMinute: 50, perHour: 880 })
  assert.deepEqual(budget.left(1_000_000 + HOUR_MS), { perMinute: 50, perHour: 900 })
  assert.equal(budget.spending(1_000_000 + HOUR_MS).calls.length, 0)
})
