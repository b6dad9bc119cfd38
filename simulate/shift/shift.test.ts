import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { busiestHour, hoursOf, type ShiftResult } from './ledger.ts'
import { everyScreenPolls, fixedIntervals } from './plain-desk.ts'
import { playShift, playShiftPlainly } from './play-shift.ts'
import { arithmeticOf, busyPeople, promiseOf, waitingSeenMs } from './shift-report.ts'

/** Any number: the same guests each time. */
const seed = 1

/** What is promised of a shift and does not hold, in words. */
function broken(result: ShiftResult): string[] {
  const hours = hoursOf(result).filter(({ waiting }) => waiting.length > 0)
  const late = hours.filter((hour) => waitingSeenMs(hour) > promiseOf(hour))
  return [
    ...late.map(
      (hour) => `hour ${hour.hour + 1}: p95 ${waitingSeenMs(hour)} ms, ${hour.people} calls of people`,
    ),
    ...(busiestHour(result.calls) > 900 ? [`${busiestHour(result.calls)} calls in an hour`] : []),
    ...(result.refusedAsTooMany > 0 ? [`${result.refusedAsTooMany} times 429`] : []),
    ...(result.longWaits > 0 ? [`${result.longWaits} calls of people held up`] : []),
    ...(result.unseen > 0 ? [`${result.unseen} never seen`] : []),
    ...result.stumbles,
  ]
}

async function keepsItsWord(t: TestContext, spots: number): Promise<void> {
  const result = await playShift({ seed, spots })
  assert.deepEqual(broken(result), [], arithmeticOf(result))
  t.diagnostic(`\n${arithmeticOf(result)}`)

  const hours = hoursOf(result)
  assert.ok(hours.some(({ people }) => people >= busyPeople), 'there was a rush')
  assert.ok(hours.some(({ people, waiting }) => people < busyPeople && waiting.length > 20))
  assert.ok(result.sights.some(({ wasOutage }) => wasOutage), 'things happened in an outage')
  assert.ok(result.ordersPaid > 500)
}

test('law 8: a shift at 40 spots stays within the limits, people first, and shows who waits in time', (t) =>
  keepsItsWord(t, 40))

test('law 8: so does one at 400 spots, where a list of them takes several calls', (t) =>
  keepsItsWord(t, 400))

test('the same shift is too much for fixed intervals, and for screens that poll for themselves', async () => {
  const fixed = await playShiftPlainly({ seed, spots: 40 }, fixedIntervals)
  assert.ok(fixed.longWaits > 10, `${fixed.longWaits} calls of people held up`)
  assert.notDeepEqual(broken(fixed), [])
  const screens = await playShiftPlainly({ seed, spots: 40 }, everyScreenPolls)
  assert.ok(screens.refusedAsTooMany > 1000, `${screens.refusedAsTooMany} times 429`)
})
