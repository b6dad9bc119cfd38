import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Limiter } from './limiter.ts'

test('a burst, then one try per refill, and all of them again after a rest', () => {
  const limiter = new Limiter({ burst: 3, refillMs: 1000 })
  for (let count = 0; count < 3; count += 1) {
    assert.equal(limiter.waitMs('a', 5000), 0)
    limiter.take('a', 5000)
  }
  assert.equal(limiter.waitMs('a', 5000), 1000)
  assert.equal(limiter.waitMs('a', 5400), 600)
  assert.equal(limiter.waitMs('b', 5000), 0)
  assert.equal(limiter.waitMs('a', 6000), 0)
  limiter.take('a', 6000)
  assert.equal(limiter.waitMs('a', 6000), 1000)
  for (let count = 0; count < 3; count += 1) {
    assert.equal(limiter.waitMs('a', 60_000), 0)
    limiter.take('a', 60_000)
  }
  assert.equal(limiter.waitMs('a', 60_000), 1000)
})

test('a try that is given back was none', () => {
  const limiter = new Limiter({ burst: 1, refillMs: 1000 })
  limiter.take('a', 0)
  assert.equal(limiter.waitMs('a', 0), 1000)
  limiter.giveBack('a')
  assert.equal(limiter.waitMs('a', 0), 0)
  limiter.take('a', 0)
  limiter.take('a', 0)
  limiter.forget('a')
  assert.equal(limiter.waitMs('a', 0), 0)
})

test('however many keys strangers make up, the busiest recent one is still known', () => {
  const limiter = new Limiter({ burst: 1, refillMs: 1000 })
  for (let count = 0; count < 15_000; count += 1) limiter.take(`old ${count}`, 0)
  limiter.take('recent', 2000)
  for (let count = 0; count < 5000; count += 1) limiter.take(`new ${count}`, 2000)
  assert.equal(limiter.waitMs('recent', 2000), 1000)
  assert.equal(limiter.waitMs('old 14999', 0), 0)
})
