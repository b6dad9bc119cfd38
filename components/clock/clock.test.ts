import assert from 'node:assert/strict'
import { afterEach, beforeEach, mock, test } from 'node:test'
import { now, onTick, setServerTime } from './clock.ts'

const START = 1_700_000_000_000

beforeEach(() => {
  mock.timers.enable({ apis: ['setInterval', 'Date'], now: START })
  setServerTime(START)
})
afterEach(() => mock.timers.reset())

test('all ages share one timer, which stops with the last of them', () => {
  const heard: string[] = []
  const stopFirst = onTick(() => heard.push('first'))
  const stopSecond = onTick(() => heard.push('second'))
  mock.timers.tick(1_000)
  assert.deepEqual(heard, ['first', 'second'])
  assert.equal(now(), START + 1_000)

  stopFirst()
  mock.timers.tick(1_000)
  assert.deepEqual(heard, ['first', 'second', 'second'])
  stopSecond()
  mock.timers.tick(10_000)
  assert.equal(heard.length, 3)
})

test('the time stands still between two ticks, so that one drawing shows one time', () => {
  const stop = onTick(() => {})
  mock.timers.tick(400)
  assert.equal(now(), START)
  stop()
})

test('a device whose clock is wrong counts ages by the clock of the server', () => {
  setServerTime(START + 240_000)
  assert.equal(now(), START + 240_000)
})

test('the moments that a page needs to arrive are no wrong clock', () => {
  setServerTime(START - 1_500)
  assert.equal(now(), START)
})
