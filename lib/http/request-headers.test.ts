import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectedVersion, hasAlready, idempotencyKey } from './request-headers.ts'

const keyIn = (key: string) => idempotencyKey(new Headers({ 'idempotency-key': key }))
const has = (match: string) => hasAlready(new Headers({ 'if-none-match': match }), '"b-2"')
const versionIn = (match: string) => expectedVersion(new Headers({ 'if-match': match }))

test('an Idempotency-Key is 16 to 64 printable characters', () => {
  for (const key of ['a'.repeat(16), 'z'.repeat(64), 'with "quotes" & ~{}']) {
    assert.equal(keyIn(key), key)
  }
  for (const key of [
    '',
    'a'.repeat(15),
    'a'.repeat(65),
    `${'a'.repeat(16)}\u00e9`,
    `${'a'.repeat(16)}\tb`,
  ]) {
    assert.throws(() => keyIn(key), { code: 'invalid' }, JSON.stringify(key))
  }
  assert.throws(() => idempotencyKey(new Headers()), {
    code: 'invalid',
    errors: [
      {
        path: 'Idempotency-Key',
        message: 'must be a header of 16 to 64 printable ASCII characters',
      },
    ],
  })
})

test('If-Match names one version; without it nobody knows what was seen', () => {
  assert.equal(versionIn('"3"'), 3)
  assert.equal(versionIn('"0"'), 0)
  for (const match of ['3', 'W/"3"', '*', '"3", "4"', '"03"', '"-1"', '"x"', '""', '']) {
    assert.throws(() => versionIn(match), { code: 'invalid' }, match)
  }
  assert.throws(() => expectedVersion(new Headers()), { code: 'precondition_required' })
})

test('If-None-Match may name several answers, weakly, or any', () => {
  for (const match of ['"b-2"', 'W/"b-2"', '"b-1", "b-2"', '"b-1",W/"b-2" ', '*']) {
    assert.equal(has(match), true, match)
  }
  for (const match of ['', '"b-1"', 'b-2', '"b-22"', 'W/b-2', '"*"']) {
    assert.equal(has(match), false, match)
  }
  assert.equal(hasAlready(new Headers(), '"b-2"'), false)
})
