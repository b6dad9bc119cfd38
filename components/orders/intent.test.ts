import assert from 'node:assert/strict'
import test from 'node:test'
import type { SendCode } from '#components/http/problem-error.ts'
import { aftermathOf } from './intent.ts'

function aftermath(code: SendCode) {
  return aftermathOf({ code, isOffline: false })
}

test('without a readable answer the intent stays open', () => {
  assert.equal(aftermath('no_answer'), 'unanswered')
  assert.equal(aftermath('unreadable'), 'unanswered')
  assert.equal(aftermath('outcome_unknown'), 'unanswered')
  assert.equal(aftermath('internal'), 'unanswered')
})

test('a refusal ends the intent', () => {
  assert.equal(aftermath('wallet_refused'), 'refused')
  assert.equal(aftermath('wallet_unreachable'), 'refused')
  assert.equal(aftermath('conflict'), 'refused')
})

test('an attempt that was turned away at the door says nothing about the one before it', () => {
  assert.equal(aftermath('unauthenticated'), 'not_tried')
  assert.equal(aftermath('too_many_requests'), 'not_tried')
  assert.equal(aftermathOf({ code: 'no_answer', isOffline: true }), 'not_tried')
})
