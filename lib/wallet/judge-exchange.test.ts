import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Applied, WalletErrorCode } from './errors.ts'
import { isWalletError } from './errors.ts'
import { judgeExchange } from './judge-exchange.ts'
import type { Exchange } from './transport.ts'

const nowMs = Date.UTC(2026, 0, 1, 12)

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Exchange {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return {
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(text),
  }
}

function judge(exchange: Exchange, method = 'PUT') {
  const judged = judgeExchange(exchange, { method, pathTemplate: '/spot/:id/close' }, nowMs)
  if ('answer' in judged) throw new Error('This was judged to be a success.')
  return judged.error
}

const notSent: Exchange = { kind: 'none', why: 'ECONNREFUSED', mayHaveArrived: false }
const perhapsSent: Exchange = { kind: 'none', why: 'ECONNRESET', mayHaveArrived: true }
const html = { 'content-type': 'text/html' }

type Row = [string, Exchange, WalletErrorCode, Applied]
const rows: Row[] = [
  ['no connection', notSent, 'no_answer', 'no'],
  ['a connection lost after sending', perhapsSent, 'no_answer', 'unknown'],
  ['a broken answer', { kind: 'broken', why: 'cut off' }, 'unreadable', 'unknown'],
  ['500 from the wallet', answer(500, { error: 'internal_server_error' }), 'no_answer', 'unknown'],
  ['502 from a proxy', answer(502, 'Bad gateway', html), 'no_answer', 'unknown'],
  ['400', answer(400, { error: 'invalid_parameters' }), 'refused', 'no'],
  ['401', answer(401, { error: 'unauthorized' }), 'refused', 'no'],
  ['403', answer(403, { error: 'forbidden' }), 'refused', 'no'],
  ['404', answer(404, { error: 'not_found' }), 'refused', 'no'],
  ['409', answer(409, { error: 'invalid_state' }), 'refused', 'unknown'],
  ['429', answer(429, { error: 'rate_limit_exceeded' }), 'too_many_requests', 'no'],
  ['429 from a proxy', answer(429, 'slow down', html), 'too_many_requests', 'no'],
  [
    'the limit by its word',
    answer(403, { error: 'rate_limit_exceeded' }),
    'too_many_requests',
    'no',
  ],
  ['a redirect', answer(302, '', { location: 'http://hotel/' }), 'unreadable', 'unknown'],
  ['a portal', answer(403, '<html>sign in</html>', html), 'unreadable', 'unknown'],
  ['4xx without a word', answer(404, { message: 'nothing here' }), 'unreadable', 'unknown'],
  ['4xx with prose for a word', answer(404, { error: 'No such page!' }), 'unreadable', 'unknown'],
]

for (const [name, exchange, code, applied] of rows) {
  test(`${name}: ${code}, applied ${applied}`, () => {
    const error = judge(exchange)
    assert.deepEqual([error.code, error.applied], [code, applied])
    assert.ok(isWalletError(error))
  })
  test(`${name}: a read has applied nothing`, () => {
    assert.equal(judge(exchange, 'GET').applied, 'no')
  })
}

test('a deletion that finds nothing may have been delivered twice', () => {
  assert.equal(judge(answer(404, { error: 'not_found' }), 'DELETE').applied, 'unknown')
})

test("the wallet's word and correlation id are kept, its text is not", () => {
  const error = judge(
    answer(
      409,
      { error: 'invalid_state', error_description: 'for guest Jonas' },
      { 'paysera-correlation-id': 'abc-123' },
    ),
  )
  assert.equal(error.walletCode, 'invalid_state')
  assert.equal(error.correlationId, 'abc-123')
  assert.equal(error.message, 'PUT /spot/:id/close: 409 invalid_state')
})

test('the correlation id is found in the body too, and refused when it is not one', () => {
  const inBody = answer(500, { error: 'internal_server_error', correlation_id: 'xyz' })
  assert.equal(judge(inBody).correlationId, 'xyz')
  const forged = answer(500, {}, { 'paysera-correlation-id': 'a b'.repeat(100) })
  assert.equal(judge(forged).correlationId, undefined)
})

for (const [header, waitMs] of [
  ['7', 7000],
  ['Thu, 01 Jan 2026 12:00:30 GMT', 30_000],
  ['Thu, 01 Jan 2026 11:00:00 GMT', 0],
  ['soon', undefined],
  ['99999999999999999999', undefined],
] as const) {
  test(`Retry-After: ${header} is ${waitMs} ms`, () => {
    assert.equal(judge(answer(429, {}, { 'retry-after': header })).retryAfterMs, waitMs)
  })
}

for (const description of ['Timestamp is in future: 5 s', 'Timestamp lifetime exceeded']) {
  test(`401 "${description}" is about the clock`, () => {
    const refused = { error: 'unauthorized', error_description: description }
    assert.equal(judge(answer(401, refused)).walletCode, 'invalid_timestamp')
    assert.equal(judge(answer(403, refused)).walletCode, 'unauthorized')
  })
}

test('something else that calls itself by the same code is no wallet error', () => {
  assert.equal(isWalletError(Object.assign(new Error('no'), { code: 'refused' })), false)
  assert.equal(isWalletError({ name: 'WalletError', code: 'refused' }), false)
  assert.equal(isWalletError(undefined), false)
})
