import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '#contract/problem.ts'
import { answerUnroutable } from './unroutable.ts'

test('addresses and verbs that Next cannot answer in JSON are refused before it', async () => {
  const refused: [method: string, target: string, code: string][] = [
    ['GET', '/api/%', 'invalid'],
    ['GET', '/api/orders/%E0%A4', 'invalid'],
    ['GET', '/%zz?x=%', 'invalid'],
    ['TRACE', '/api/session', 'method_not_allowed'],
    ['PROPFIND', '/', 'method_not_allowed'],
    ['POST', '/api/session/', 'not_found'],
    ['GET', '//api/session', 'not_found'],
    ['GET', '/api//session?a=1', 'not_found'],
  ]
  for (const [method, target, code] of refused) {
    const response = answerUnroutable(method, target)
    assert.ok(response, target)
    assert.equal(Problem.parse(await response.json()).code, code, target)
    assert.equal(response.headers.get('cache-control'), 'no-store')
  }
})

test('everything else is for Next to answer', () => {
  for (const target of ['/', '/api/session', '/api/floor?x=%', '/spots/7', '/a%20b', '/menu/']) {
    assert.equal(answerUnroutable('GET', target), null, target)
  }
})
