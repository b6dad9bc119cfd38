import assert from 'node:assert/strict'
import test from 'node:test'
import type { Order } from '#contract/order.ts'
import { againSlot, dropIntent, keptIntent } from './kept-intent.ts'

const order: Order = {
  id: 'o1',
  version: 1,
  spotId: 12,
  status: 'closed',
  closedAs: 'refused',
  lines: [],
  discountMinor: 0,
  totalMinor: 700,
  currency: 'EUR',
  transactionKey: 'k1',
  createdBy: 'Ona',
  createdAt: 1,
}

test('law 2: until an answer came, asking once more is the same intent', () => {
  const slot = againSlot(order)
  const id = keptIntent(slot)
  assert.match(id, /^[\da-f]{32}$/)
  assert.equal(keptIntent(slot), id)
  dropIntent(slot)
  assert.notEqual(keptIntent(slot), id)
})

test('each ending of an order is asked again by an intent of its own', () => {
  const endings: Order[] = [
    order,
    { ...order, transactionKey: 'k2' },
    { ...order, version: 2 },
    { ...order, id: 'o2' },
  ]
  const ids = endings.map((ending) => keptIntent(againSlot(ending)))
  assert.equal(new Set(ids).size, endings.length)
})
