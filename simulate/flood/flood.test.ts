import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hourMs, minuteMs } from '../shift/plan.ts'
import { playFlood } from './play-flood.ts'
import { brokenBy, floodInWords } from './tell-flood.ts'

test('laws 6, 7 and 8: a thousand made-up codes in a minute take nothing from guests and people, close nothing real and are one alarm', async (t) => {
  const result = await playFlood({
    seed: 1,
    tables: 40,
    codes: 1000,
    atMs: 30 * minuteMs,
    guestsForMs: 1.8 * hourMs,
    forMs: 2.3 * hourMs,
  })
  assert.deepEqual(brokenBy(result), [], floodInWords(result))
  t.diagnostic(`\n${floodInWords(result)}`)

  const { closings, ordersPaid, stillWaiting, kept } = result
  assert.ok(closings.length >= 20, 'the rule is at work')
  assert.ok(ordersPaid > 60, 'and so is the house')
  assert.equal(stillWaiting, 1000 - closings.length - 3, 'three were asked to pay')
  // One row for each code at most, and nothing that grows with the polls.
  for (const what of ['inMind', 'spots', 'strangers'] as const) {
    assert.ok((kept[what] ?? 0) <= 1000 + 40 + 10, `${what}: ${kept[what]}`)
  }
})
