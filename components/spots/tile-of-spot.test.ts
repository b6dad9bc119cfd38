import assert from 'node:assert/strict'
import test from 'node:test'
import { tileState } from '#contract/floor.ts'
import type { Order } from '#contract/order.ts'
import type { SpotDetail } from '#contract/spot.ts'
import { keepOrder } from './keep-order.ts'
import { tileOfSpot } from './tile-of-spot.ts'

const order: Order = {
  id: 'o1',
  version: 1,
  spotId: 12,
  status: 'pending',
  lines: [{ title: 'Latte', quantity: 2, unitPriceMinor: 350 }],
  discountMinor: 0,
  totalMinor: 700,
  currency: 'EUR',
  createdBy: 'Ona',
  createdAt: 1,
}
const spot: SpotDetail = {
  id: 12,
  identifier: 'TABLE1',
  locationId: 3,
  status: 'open',
  name: 'TABLE1',
  since: 5,
  orders: [],
  lastRound: [],
  departures: [],
}
const held: Order = { ...order, id: 'o2', status: 'reserved', reservedAt: 40, totalMinor: 1290 }
const received: Order = { ...order, id: 'o3', status: 'confirmed' }
const inCash: Order = { ...order, id: 'o4', status: 'closed', closedAs: 'settled' }
const inCashWhileAway: Order = { ...order, id: 'o6', settledWith: 'cash' }
const asking: Order = {
  ...order,
  id: 'o7',
  status: 'sending',
  work: { act: 'submit', outcome: 'asking', since: 30 },
}
const deleted: Order = { ...order, id: 'o5', status: 'closed', closedAs: 'deleted' }

test('a spot adds up its orders as its tile does: unpaid, held, received, and nothing for what has ended', () => {
  const tile = tileOfSpot({
    ...spot,
    orders: [order, { ...order, status: 'sending' }, held, received, inCash, deleted],
  })
  assert.equal(tile.unpaidMinor, 1400)
  assert.equal(tile.heldMinor, 1290)
  assert.equal(tile.receivedMinor, 1400)
  assert.equal(tile.heldSince, 40)
  assert.equal(tile.unsettled, 3)
})

test('an order that asks whether it is still wanted counts from when it began to try', () => {
  const earlier: Order = { ...asking, work: { act: 'submit', outcome: 'asking', since: 20 } }
  assert.equal(tileOfSpot({ ...spot, orders: [order, asking, earlier] }).askingSince, 20)
  assert.equal(tileOfSpot({ ...spot, orders: [order] }).askingSince, null)
})

const states: [string, string, Order[], string][] = [
  ['a guest without an order', 'waiting', [], 'waiting'],
  ['an unpaid order', 'open', [order], 'open'],
  ['held money, whatever else is there', 'open', [received, order, held], 'held'],
  ['an order that asks, at a guest who waits', 'waiting', [asking], 'asking'],
  ['an order that asks beside others', 'open', [order, asking], 'asking'],
  ['held money and an order that asks', 'open', [asking, held], 'held'],
  ['nobody, and an order that asks', 'closed', [asking], 'left'],
  ['everything received', 'open', [received, inCash, deleted], 'received'],
  ['cash taken while the wallet is away', 'open', [inCashWhileAway], 'received'],
  ['money held for what was taken in cash', 'open', [{ ...held, settledWith: 'cash' }], 'held'],
  ['nobody', 'closed', [received], 'free'],
  ['nobody, and cash taken', 'closed', [inCashWhileAway], 'free'],
  ['nobody, and something unpaid', 'closed', [order], 'left'],
  ['a word that is not known', 'zombie', [], 'unknown'],
]
for (const [what, status, orders, expected] of states) {
  test(`a spot with ${what} is shown as ${expected}`, () => {
    assert.equal(tileState(tileOfSpot({ ...spot, status, orders })), expected)
  })
}

test('an order that the server answers takes its own place, and a new one joins at the end', () => {
  const shown = { ...spot, orders: [order, held] }
  const paid: Order = { ...order, status: 'confirmed' }
  assert.deepEqual(keepOrder(shown, paid).orders, [paid, held])
  assert.deepEqual(keepOrder(shown, received).orders, [order, held, received])
})
