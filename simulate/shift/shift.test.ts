import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { busiestHour, quantile, type ShiftResult } from './ledger.ts'
import { everyScreenPolls, fixedIntervals } from './plain-desk.ts'
import { hourMs } from './plan.ts'
import { playShift, playShiftPlainly, type ShiftSettings } from './play-shift.ts'
import { arithmeticOf, promisesInWords, promisesOf } from './shift-report.ts'

/** The same guests each time. With the later two, acts that try again in the outages would fill the minute. */
const shifts = [
  { seed: 1, spots: 40 },
  { seed: 3, spots: 40 },
  // A list of so many spots takes several calls.
  { seed: 7, spots: 400 },
]

/** What is promised of a shift and does not hold, in words. */
function broken(result: ShiftResult): string[] {
  const books = result.calls.filter(({ purpose }) => purpose === 'books')
  const isLate = promisesOf(result).some(({ seenMs, limitMs }) => quantile(seenMs, 0.95) > limitMs)
  return [
    ...(isLate ? [promisesInWords(result)] : []),
    ...(busiestHour(result.calls) > 900 ? [`${busiestHour(result.calls)} calls in an hour`] : []),
    ...(busiestHour(books) > 12 ? [`${busiestHour(books)} calls for the books in an hour`] : []),
    ...(result.refusedAsTooMany > 0 ? [`${result.refusedAsTooMany} times 429`] : []),
    ...(result.longWaits > 0 ? [`${result.longWaits} calls of people held up`] : []),
    ...(result.unseen > 0 ? [`${result.unseen} never seen`] : []),
    ...result.stumbles,
  ]
}

async function keepsItsWord(t: TestContext, shift: ShiftSettings): Promise<void> {
  const result = await playShift(shift)
  assert.deepEqual(broken(result), [], arithmeticOf(result))
  t.diagnostic(`\n${arithmeticOf(result)}\n${promisesInWords(result)}`)

  for (const { hours, seenMs } of promisesOf(result)) assert.ok(seenMs.length > 50, hours)
  assert.ok(
    result.sights.some(({ wasOutage }) => wasOutage),
    'things happened in an outage',
  )
  assert.ok(result.ordersPaid > 500)
}

for (const shift of shifts) {
  test(`law 8: shift ${shift.seed} at ${shift.spots} spots stays within the limits, people first, and shows who waits in time`, (t) =>
    keepsItsWord(t, shift))
}

test('the first shift is too much for fixed intervals, and for screens that poll for themselves', async () => {
  const fixed = await playShiftPlainly({ seed: 1, spots: 40 }, fixedIntervals)
  assert.ok(fixed.longWaits > 10, `${fixed.longWaits} calls of people held up`)
  assert.notDeepEqual(broken(fixed), [])
  const firstHour = { seed: 1, spots: 40, forMs: hourMs }
  const screens = await playShiftPlainly(firstHour, everyScreenPolls)
  assert.ok(screens.refusedAsTooMany > 1000, `${screens.refusedAsTooMany} times 429`)
})
