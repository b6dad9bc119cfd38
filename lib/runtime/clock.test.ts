import assert from 'node:assert/strict'
import { test } from 'node:test'
import { after, now, pause, uptime } from './clock.ts'

test('what is planned happens once its time has come, and a pause lasts until then', async () => {
  const startedAt = uptime()
  let happened = 0
  after(10, () => {
    happened += 1
  })
  await pause(20)
  assert.equal(happened, 1)
  assert.ok(uptime() - startedAt >= 19)
  assert.ok(Math.abs(now() - Date.now()) < 1000)
})

test('what is taken back never happens', async () => {
  let happened = 0
  const takeBack = after(5, () => {
    happened += 1
  })
  takeBack()
  await pause(10)
  assert.equal(happened, 0)
})

test('a pause ends at once with the reason of whoever gives up, also of one who did so before', async () => {
  const startedAt = uptime()
  const giveUp = new AbortController()
  const paused = pause(60_000, giveUp.signal)
  const reason = new Error('the screen is gone')
  giveUp.abort(reason)
  await assert.rejects(paused, reason)
  await assert.rejects(pause(60_000, giveUp.signal), reason)
  assert.ok(uptime() - startedAt < 10_000)
})
