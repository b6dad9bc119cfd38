import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cameraTrouble } from './camera-trouble.ts'

for (const [name, trouble] of [
  ['NotAllowedError', 'forbidden'],
  ['SecurityError', 'forbidden'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['InvalidStateError', 'failed'],
] as const) {
  test(`a browser that answers ${name} means "${trouble}"`, () => {
    assert.equal(cameraTrouble(new DOMException('', name)), trouble)
  })
}

test('what is no error at all is a failure like any other', () => {
  assert.equal(cameraTrouble('no'), 'failed')
  assert.equal(cameraTrouble(undefined), 'failed')
})
