import assert from 'node:assert/strict'
import test from 'node:test'

type Order = { status: string; transactionStatus: string }
const { phaseOf }: { phaseOf: (order: Order) => string } = await import(
  new URL('order-phase.js', import.meta.url).href
)

const ROWS: [status: string, transactionStatus: string, phase: string][] = [
  ['pending', 'new', 'payable'],
  ['pending', 'waiting', 'payable'],
  ['pending', 'waiting_funds', 'underWay'],
  ['reserved', 'reserved', 'held'],
  ['pending', 'reserved', 'held'],
  ['reserved', 'waiting_registration', 'held'],
  ['confirmed', 'confirmed', 'paid'],
  ['confirmed', 'done', 'paid'],
  ['closed', 'rejected', 'refused'],
  ['closed', 'revoked', 'declined'],
  ['closed', 'failed', 'failed'],
  ['closed', 'deleted', 'withdrawn'],
  ['closed', 'new', 'withdrawn'],
  ['pending', 'teleported', 'unknown'],
  ['pending', 'constructor', 'unknown'],
]

for (const [status, transactionStatus, phase] of ROWS)
  test(`an order ${status} with a transaction ${transactionStatus} is ${phase}`, () => {
    assert.equal(phaseOf({ status, transactionStatus }), phase)
  })

test('money that is still held shows on an order that the café closed', () => {
  assert.equal(phaseOf({ status: 'closed', transactionStatus: 'reserved' }), 'held')
})

test('an order is not paid before its transaction is confirmed', () => {
  assert.notEqual(phaseOf({ status: 'confirmed', transactionStatus: 'new' }), 'paid')
  assert.notEqual(phaseOf({ status: 'confirmed', transactionStatus: 'reserved' }), 'paid')
})
