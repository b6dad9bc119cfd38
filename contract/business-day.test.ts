import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { boundsOfDay, businessDayOf, dateAfter, isDate, isTimeZone } from './business-day.ts'

const HOUR_MS = 3_600_000
const zones = ['Europe/Vilnius', 'Europe/Berlin']
const vilnius = { timeZone: 'Europe/Vilnius', dayEndsAtHour: 4 }

const dayAt = (iso: string, rule = vilnius) => businessDayOf(Date.parse(iso), rule)
const bounds = (date: string, rule = vilnius) => {
  const { fromMs, untilMs } = boundsOfDay(date, rule)
  return {
    from: new Date(fromMs).toISOString(),
    until: new Date(untilMs).toISOString(),
    hours: (untilMs - fromMs) / HOUR_MS,
  }
}

test('the guests of a night belong to the day on which they came, until four by the clock on the wall', () => {
  assert.equal(dayAt('2026-05-04T18:30+03:00'), '2026-05-04')
  assert.equal(dayAt('2026-05-05T03:59:59.999+03:00'), '2026-05-04')
  assert.equal(dayAt('2026-05-05T04:00+03:00'), '2026-05-05')
  assert.equal(dayAt('2027-01-01T00:30+02:00'), '2026-12-31')
  assert.equal(
    dayAt('2026-05-05T03:59:59.999+03:00', { ...vilnius, dayEndsAtHour: 0 }),
    '2026-05-05',
  )
})

test('a day in which the clocks change has 23 or 25 hours, and ends at four on the wall all the same', () => {
  assert.deepEqual(bounds('2026-03-28'), {
    from: '2026-03-28T02:00:00.000Z',
    until: '2026-03-29T01:00:00.000Z',
    hours: 23,
  })
  assert.deepEqual(bounds('2026-10-24'), {
    from: '2026-10-24T01:00:00.000Z',
    until: '2026-10-25T02:00:00.000Z',
    hours: 25,
  })
  const berlin = { ...vilnius, timeZone: 'Europe/Berlin' }
  assert.equal(bounds('2026-03-28', berlin).until, '2026-03-29T02:00:00.000Z')
  assert.equal(bounds('2026-10-24', berlin).until, '2026-10-25T03:00:00.000Z')
})

test('where the hour is left out in spring, the day ends in the instant of the change', () => {
  const rule = { ...vilnius, dayEndsAtHour: 3 }
  assert.equal(bounds('2026-03-28', rule).until, '2026-03-29T01:00:00.000Z')
  assert.equal(dayAt('2026-03-29T02:59:59.999+02:00', rule), '2026-03-28')
  assert.equal(dayAt('2026-03-29T04:00+03:00', rule), '2026-03-29')
})

test('where the hour comes twice in autumn, the day ends when it comes first and does not begin again', () => {
  const rule = { ...vilnius, dayEndsAtHour: 3 }
  assert.equal(bounds('2026-10-24', rule).until, '2026-10-25T00:00:00.000Z')
  const hour = [0, 20, 40, 60, 80, 100, 120].map((minutes) =>
    businessDayOf(Date.parse('2026-10-24T23:59Z') + minutes * 60_000, rule),
  )
  assert.deepEqual(hour, ['2026-10-24', ...Array.from({ length: 6 }, () => '2026-10-25')])
})

test('clocks that go back over the end of a day do not bring it back', () => {
  // In 2010 the clocks of St John's went back from one minute past midnight to the hour before it.
  const rule = { timeZone: 'America/St_Johns', dayEndsAtHour: 0 }
  assert.equal(dayAt('2010-11-07T00:00:30-02:30', rule), '2010-11-07')
  assert.equal(dayAt('2010-11-06T23:30:00-03:30', rule), '2010-11-07')
})

const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) })
/** Around the changes of the clocks, which chance would hardly meet. */
const changes = [2024, 2025, 2026, 2027, 2028].flatMap((year) =>
  [2, 9].map((month) => {
    const last = new Date(Date.UTC(year, month + 1, 0, 1))
    return last.getTime() - last.getUTCDay() * 24 * HOUR_MS
  }),
)
const nearChange = fc
  .tuple(fc.constantFrom(...changes), fc.integer({ min: -30 * HOUR_MS, max: 30 * HOUR_MS }))
  .map(([change, off]) => change + off)
const rule = fc.record({
  timeZone: fc.constantFrom(...zones),
  dayEndsAtHour: fc.integer({ min: 0, max: 23 }),
})

test('every instant is in one business day, and within its bounds', () => {
  fc.assert(
    fc.property(fc.oneof(instant, nearChange), rule, (at, rule) => {
      const date = businessDayOf(at, rule)
      const { fromMs, untilMs } = boundsOfDay(date, rule)
      assert.ok(fromMs <= at && at < untilMs)
      assert.equal(businessDayOf(fromMs, rule), date)
      assert.equal(businessDayOf(untilMs - 1, rule), date)
      assert.equal(businessDayOf(untilMs, rule), dateAfter(date, 1))
      assert.equal(boundsOfDay(dateAfter(date, 1), rule).fromMs, untilMs)
      assert.ok([23, 24, 25].includes((untilMs - fromMs) / HOUR_MS))
    }),
    { numRuns: 500 },
  )
})

test('a day begins when the clock on the wall shows its hour, or a later one that follows the hour left out', () => {
  fc.assert(
    fc.property(fc.oneof(instant, nearChange), rule, (at, rule) => {
      const date = businessDayOf(at, rule)
      const { fromMs } = boundsOfDay(date, rule)
      const wall = (ms: number) =>
        new Intl.DateTimeFormat('sv-SE', {
          timeZone: rule.timeZone,
          dateStyle: 'short',
          timeStyle: 'medium',
        }).format(ms)
      const hour = `${date} ${String(rule.dayEndsAtHour).padStart(2, '0')}:00:00`
      assert.ok(wall(fromMs) >= hour)
      assert.ok(wall(fromMs - 1) < hour)
    }),
    { numRuns: 500 },
  )
})

test('a date is one of the calendar, and a time zone one that the machine knows', () => {
  assert.ok(isDate('2028-02-29'))
  for (const wrong of ['2026-02-29', '2026-2-1', '2026-13-01', '', 'today', '2026-01-01T00']) {
    assert.ok(!isDate(wrong), wrong)
  }
  assert.ok(isTimeZone('Europe/Vilnius') && isTimeZone('UTC'))
  assert.ok(!isTimeZone('Europe/Atlantis') && !isTimeZone(''))
})
