import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endOfBusinessDay } from './business-day.ts'

process.env.TZ = 'Europe/Vilnius'

const endOf = (local: string) => new Date(endOfBusinessDay(new Date(local).getTime())).toString()

test('a business day ends at four in the morning', () => {
  assert.match(endOf('2026-05-04T18:30'), /^Tue May 05 2026 04:00:00/)
  assert.match(endOf('2026-05-05T00:30'), /^Tue May 05 2026 04:00:00/)
  assert.match(endOf('2026-05-05T03:59:59'), /^Tue May 05 2026 04:00:00/)
  assert.match(endOf('2026-05-05T04:00'), /^Wed May 06 2026 04:00:00/)
  assert.match(endOf('2026-12-31T12:00'), /^Fri Jan 01 2027 04:00:00/)
})

test('it ends at four on the wall also when the clocks change in the night', () => {
  assert.match(endOf('2026-03-28T20:00'), /^Sun Mar 29 2026 04:00:00 GMT\+0300/)
  assert.match(endOf('2026-10-24T20:00'), /^Sun Oct 25 2026 04:00:00 GMT\+0200/)
  // In the night of the spring change the hour from three to four does not exist.
  assert.match(endOf('2026-03-29T02:30'), /^Sun Mar 29 2026 04:00:00 GMT\+0300/)
})
