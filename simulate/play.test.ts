import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { MemoryDisk } from './memory-disk.ts'
import { play } from './play.ts'
import { schedules } from './schedules.ts'

test('the same schedule is the same history each time, so that a failure can be replayed', async () => {
  const disk = await MemoryDisk.format()
  for (const schedule of fc.sample(schedules, { numRuns: 20, seed: 1 })) {
    const once = await play(schedule, disk)
    const again = await play(schedule, disk)
    assert.ok(once.asked.length + once.wallet.spots.length > 0)
    assert.deepEqual(again, once)
  }
})
