import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { planReadings, type Demand, type Spending } from './plan-readings.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const now = 10 * HOUR_MS

const waiting = {
  name: 'waiting',
  calls: 1,
  neededMs: 20_000,
  promisedMs: 9800,
  goodMs: 9800,
  bestMs: 7000,
}
const payments = {
  name: 'payments',
  calls: 1,
  neededMs: 150_000,
  promisedMs: 60_000,
  goodMs: 20_000,
  bestMs: 8000,
}
const open = {
  name: 'open',
  calls: 1,
  neededMs: 300_000,
  promisedMs: 300_000,
  goodMs: 120_000,
  bestMs: 60_000,
}
const all = [waiting, payments, open]

/** So many calls, evenly over the last hour or the minutes that are given. */
function spread(count: number, minutes = 60): number[] {
  return Array.from({ length: count }, (_, index) => {
    return now - minutes * MINUTE_MS + ((index + 0.5) * minutes * MINUTE_MS) / count
  })
}

function spending(people: readonly number[], polls: readonly number[] = []): Spending {
  const calls = [...people, ...polls].toSorted((one, other) => one - other)
  return { now, limitPerHour: 882, calls, byPeople: people }
}

const plan = (spent: Spending, demands: readonly Demand[] = all) => {
  const intervals = planReadings(spent, demands)
  return (name: string) => intervals.get(name) ?? NaN
}

const callsAnHour = (intervals: ReadonlyMap<string, number>, demands: readonly Demand[]) =>
  demands.reduce(
    (sum, { name, calls }) => sum + (calls * HOUR_MS) / (intervals.get(name) ?? NaN),
    0,
  )

test('a quiet hour gives everybody more than was promised', () => {
  const every = plan(spending(spread(20), spread(400)))
  assert.ok(every('waiting') <= waiting.promisedMs)
  assert.ok(every('payments') <= 2 * payments.goodMs)
})

test('law 8: while people make fewer than 450 calls an hour, who waits is looked for often enough to be seen in 10 s', () => {
  for (const people of [0, 100, 200, 300, 400, 449]) {
    const every = plan(spending(spread(people), spread(400)))
    assert.ok(every('waiting') < 10_000, `${people}: ${every('waiting')} ms`)
  }
})

test('law 8: in a rush of people readings fall back to what they need at once, waiting guests first', () => {
  const before = spread(140, 60).filter((at) => at < now - 6 * MINUTE_MS)
  const rush = spread(90, 6)
  const every = plan(spending([...before, ...rush], spread(400)))
  assert.ok(every('waiting') > 15_000)
  assert.ok(every('waiting') <= waiting.neededMs)
  assert.equal(every('payments'), payments.neededMs)
})

test('a part of every hour is kept for a rush of people that nobody foresees', () => {
  for (const people of [0, 100, 200, 300]) {
    const intervals = planReadings(spending(spread(people), spread(400)), all)
    assert.ok(people + callsAnHour(intervals, all) < 725, `${people}`)
  }
})

test('what was called an hour ago comes free again, and is planned with', () => {
  const long = spread(700)
    .map((at) => at - 40 * MINUTE_MS)
    .filter((at) => at > now - HOUR_MS)
  const justNow = spread(long.length, 5)
  const freeSoon = plan(spending(long))('waiting')
  const takenForLong = plan(spending(justNow))('waiting')
  assert.ok(freeSoon < takenForLong)
})

test('no source falls silent while there is a call left', () => {
  const every = plan(spending(spread(878)))
  for (const { name, neededMs } of all) assert.ok(every(name) <= 4 * neededMs, name)
})

test('a source that costs nothing is read as often as it likes, and takes from nobody', () => {
  const spent = spending(spread(600), spread(200))
  const free = { ...payments, name: 'free', calls: 0 }
  assert.equal(plan(spent, [...all, free])('free'), free.bestMs)
  assert.equal(plan(spent, [...all, free])('waiting'), plan(spent)('waiting'))
})

test('whatever was spent, the plan neither exceeds its best nor lets the more important one wait for the others', () => {
  const times = fc.array(fc.integer({ min: 1, max: HOUR_MS }), { maxLength: 880 })
  const costs = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(times, fc.nat({ max: 100 }), costs, (ages, peoplePercent, calls) => {
      const made = ages.map((age) => now - age).toSorted((one, other) => one - other)
      const people = made.filter((_, index) => (index * 37) % 100 < peoplePercent)
      const spent = { now, limitPerHour: 882, calls: made, byPeople: people }
      const demands = all.map((demand, index) => ({ ...demand, calls: calls[index] ?? 1 }))
      const intervals = planReadings(spent, demands)
      for (const { name, bestMs } of demands) {
        const interval = intervals.get(name) ?? NaN
        assert.ok(Number.isFinite(interval) && interval >= bestMs - 1, `${name} ${interval}`)
      }
      // More calls on record never make readings come sooner.
      const busier = { ...spent, calls: [...made, now], byPeople: [...people, now] }
      const later = planReadings(busier, demands)
      assert.ok(callsAnHour(later, demands) <= callsAnHour(intervals, demands) + 0.001)
    }),
  )
})
