import assert from 'node:assert/strict'
import { test } from 'node:test'
import { prove } from './prove.ts'
import { failureInWords, reportOf } from './report.ts'

const schedules = 2000
/** Any number: the same schedules each time, so that a red test stays red. */
const seed = 2026

test('laws 1 to 4: no order is lost, payable twice or told failed but there, whatever fails and when', async (t) => {
  const proof = await prove({ schedules, seed })
  assert.ok(proof.failure === null, proof.failure ? failureInWords(proof.failure) : '')
  assert.equal(proof.played, schedules)
  const { submitted, lost, payableTwice, toldFailedButThere } = proof.spotboard
  assert.deepEqual(
    { lost, payableTwice, toldFailedButThere },
    { lost: 0, payableTwice: 0, toldFailedButThere: 0 },
  )
  t.diagnostic(reportOf(proof))

  // The same schedules bite whoever does without Spotboard's care; otherwise they would prove nothing.
  assert.ok(submitted > schedules / 2)
  assert.ok(proof.naive.payableTwice > proof.naive.submitted / 50)
  assert.ok(proof.naive.toldFailedButThere > 0)
})
