import assert from 'node:assert/strict'
import test from 'node:test'
import { inWords, results, total } from './results.js'

test('a step that ran nothing counts as one failure', () => {
  assert.deepEqual(results({}), { passed: 0, failed: 1, skipped: 0 })
  assert.deepEqual(results({ skipped: 3 }), { passed: 0, failed: 1, skipped: 3 })
})

test('steps are summed into the closing line, which names skipped ones only if there are any', () => {
  const steps = [results({ passed: 2 }), results({ passed: 1, failed: 1 })]
  assert.equal(inWords(total(steps)), '3 passed, 1 failed')
  const withSkipped = [...steps, results({ passed: 1, skipped: 2 })]
  assert.equal(inWords(total(withSkipped)), '4 passed, 1 failed, 2 skipped')
})
