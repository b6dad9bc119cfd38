import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideRetry, type FailedTry } from './retry.ts'

const read: FailedTry = {
  method: 'GET',
  attempt: 1,
  code: 'no_answer',
  clockWasRead: false,
  isGivenUp: false,
  timeLeftMs: 1000,
}
const wrongTime = { code: 'refused', status: 401, walletCode: 'invalid_timestamp' } as const

const rows: [string, Partial<FailedTry>, 'again' | 'clock' | 'no'][] = [
  ['a read without an answer', {}, 'again'],
  ['a read answered by a bad gateway', { status: 502 }, 'again'],
  ['a read answered by an overloaded gateway', { status: 503 }, 'again'],
  ['a read answered by a gateway that waited', { status: 504 }, 'again'],
  ['a read whose answer is unreadable', { code: 'unreadable', status: 200 }, 'again'],
  ['a read that failed twice', { attempt: 2 }, 'no'],
  ['a read that the wallet itself failed at', { status: 500 }, 'no'],
  ['a read that was refused', { code: 'refused', status: 404 }, 'no'],
  ['a read beyond the limit', { code: 'too_many_requests', status: 429 }, 'no'],
  ['a read when next to no time is left', { timeLeftMs: 49 }, 'no'],
  ['a read when just enough time is left', { timeLeftMs: 50 }, 'again'],
  ['a read that the caller gave up', { isGivenUp: true }, 'no'],
  ['a read at the wrong time', wrongTime, 'clock'],
  ['a read at the wrong time after the clock was read', { ...wrongTime, clockWasRead: true }, 'no'],
  ['a wrong time when no time is left', { ...wrongTime, timeLeftMs: -5 }, 'no'],
  ['a wrong time that the caller gave up', { ...wrongTime, isGivenUp: true }, 'no'],
  ['another 401', { code: 'refused', status: 401, walletCode: 'unauthorized' }, 'no'],
  ['the wrong time with another status', { ...wrongTime, status: 400 }, 'no'],
]

for (const [name, failed, expected] of rows) {
  test(`${name}: ${expected}`, () => {
    const decision = decideRetry({ ...read, ...failed })
    assert.equal(decision.again, expected !== 'no')
    if (decision.again) assert.equal(decision.readClockFirst, expected === 'clock')
    assert.notEqual(decision.reason, '')
  })
}

for (const method of ['POST', 'PUT', 'DELETE']) {
  for (const [name, failed, expected] of rows) {
    test(`${method} instead of ${name}: only the wrong time is tried again`, () => {
      const decision = decideRetry({ ...read, ...failed, method })
      assert.equal(decision.again, expected === 'clock')
    })
  }
}
