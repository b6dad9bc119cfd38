import assert from 'node:assert/strict'
import test from 'node:test'
import type { Aftermath } from '../intent.ts'
import { openAfter, parseRearrangement } from './rearrangement.ts'
import type { Rearrangement } from './rearrangement.ts'

const intent = { intentId: 'an-intent-of-its-own', version: 3 }
const split: Rearrangement = { ...intent, act: 'split', body: { evenly: 3 } }

test('what went out comes back as it was after a reload, so that it can be asked for again', () => {
  const all: Rearrangement[] = [
    split,
    { ...intent, act: 'split', body: { lines: [{ index: 0, quantity: 2 }] } },
    { ...intent, act: 'split', body: { amountMinor: 500, settledWith: 'cash' } },
    { ...intent, act: 'join', body: { orderId: 'o2', version: 1 } },
    { ...intent, act: 'move', body: { spotId: 12 } },
  ]
  for (const one of all) assert.deepEqual(parseRearrangement(JSON.stringify(one)), one)
})

test('anything else on the device is not taken for something that went out', () => {
  const others = [
    { ...intent, act: 'delete', body: {} },
    { ...intent, act: 'split', body: { evenly: 1 } },
    { ...intent, act: 'split', body: { spotId: 12 } },
    { act: 'move', body: { spotId: 12 } },
  ]
  for (const stored of [null, '', 'null', '[1', ...others.map((one) => JSON.stringify(one))]) {
    assert.equal(parseRearrangement(stored), null, String(stored))
  }
})

test('only what nobody knows the outcome of stays open', () => {
  const rows: [Aftermath, wasOpen: boolean, isOpen: boolean][] = [
    ['unanswered', false, true],
    ['unanswered', true, true],
    ['not_tried', false, false],
    ['not_tried', true, true],
    ['refused', false, false],
    ['refused', true, false],
  ]
  for (const [aftermath, wasOpen, isOpen] of rows) {
    const open = openAfter(aftermath, split, wasOpen)
    assert.deepEqual(open, isOpen ? split : null, `${aftermath}, ${wasOpen}`)
  }
})
