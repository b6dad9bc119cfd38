import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemCodes } from '#contract/problem.ts'
import { Problem } from '#contract/problem-schema.ts'
import { problem } from '#lib/runtime/problem.ts'
import { WalletError, type WalletErrorCode } from '#lib/wallet/errors.ts'
import { problemResponse, toProblem } from './problem-response.ts'

test('every problem has the status that the interface promises', async () => {
  const promised = {
    invalid: 400,
    unauthenticated: 401,
    forbidden: 403,
    reason_required: 403,
    manager_required: 403,
    not_found: 404,
    method_not_allowed: 405,
    conflict: 409,
    payload_too_large: 413,
    unsupported_media_type: 415,
    idempotency_key_reused: 422,
    precondition_required: 428,
    too_many_requests: 429,
    internal: 500,
    wallet_refused: 502,
    wallet_unreachable: 503,
    outcome_unknown: 504,
  }
  for (const code of problemCodes) {
    const response = problemResponse(problem(code))
    assert.equal(response.status, promised[code], code)
    assert.equal(Problem.parse(await response.json()).status, promised[code])
  }
})

test('a conflict over an outdated version is 412 and shows the present state', async () => {
  const members = { isOutdated: true, order: { version: 4 } }
  const response = problemResponse(problem('conflict', { members }))
  assert.equal(response.status, 412)
  const body = await response.json()
  assert.equal(body.status, 412)
  assert.equal(body.code, 'conflict')
  assert.deepEqual(body.order, { version: 4 })
})

test('somebody who has to wait is told for how many whole seconds', () => {
  const response = problemResponse(problem('too_many_requests', { retryAfterS: 1.2 }))
  assert.equal(response.headers.get('retry-after'), '2')
})

function failure(code: WalletErrorCode): WalletError {
  return new WalletError('POST /transaction: refused', {
    code,
    applied: 'no',
    status: 400,
    walletCode: 'invalid_state',
    correlationId: 'c-1',
    retryAfterMs: 4500,
    cause: new Error('mac key IrdTc8'),
  })
}

test('a failure of the wallet goes on as its word and its correlation id, and nothing else', async () => {
  const expected: Record<WalletErrorCode, [number, string]> = {
    refused: [502, 'wallet_refused'],
    no_answer: [503, 'wallet_unreachable'],
    unreadable: [503, 'wallet_unreachable'],
    too_many_requests: [503, 'wallet_unreachable'],
  }
  for (const code of ['refused', 'no_answer', 'unreadable', 'too_many_requests'] as const) {
    const response = problemResponse(toProblem(failure(code)))
    const text = await response.text()
    const body = Problem.parse(JSON.parse(text))
    assert.deepEqual([response.status, body.code], expected[code])
    assert.deepEqual([body.walletCode, body.correlationId], ['invalid_state', 'c-1'])
    assert.doesNotMatch(text, /POST|Ird/)
    assert.equal(response.headers.get('retry-after'), code === 'too_many_requests' ? '5' : null)
  }
})

test('whatever else was thrown is a mistake of ours, with its cause for the log', () => {
  for (const thrown of [new TypeError('x of undefined'), 'text', undefined]) {
    const known = toProblem(thrown)
    assert.equal(known.code, 'internal')
    assert.equal(known.cause, thrown)
  }
})
