import assert from 'node:assert/strict'
import test from 'node:test'
import { closings, offerableClosings, orderStatuses, type Order } from '#contract/order.ts'
import { actsOn, isBeingSent, mayBeCancelled, secondsLeft } from './order-acts.ts'
import type { OrderActs } from './order-acts.ts'

const order: Order = {
  id: 'o1',
  version: 1,
  spotId: 12,
  status: 'pending',
  lines: [],
  discountMinor: 0,
  totalMinor: 700,
  currency: 'EUR',
  createdBy: 'Ona',
  createdAt: 1,
}
const scheduled = { act: 'delete', outcome: 'scheduled', since: 1000, dueAt: 9000 } as const
const sending = { act: 'submit', outcome: 'waiting', since: 1000 } as const

const rows: [string, Partial<Order>, OrderActs | null][] = [
  ['an unpaid order', {}, 'asked'],
  ['held money', { status: 'reserved' }, 'held'],
  ['held money for what was taken in cash', { status: 'reserved', settledWith: 'cash' }, 'held'],
  ['a deletion that can be undone', { work: scheduled }, 'scheduled'],
  ['an order on its way', { status: 'sending', work: sending }, 'sending'],
  [
    'an order that waited too long',
    { status: 'sending', work: { ...sending, outcome: 'asking' } },
    'asking',
  ],
  [
    'a change that waited too long',
    { work: { ...sending, act: 'edit', outcome: 'asking' } },
    'asking',
  ],
  ['what was taken in cash while Paysera is away', { settledWith: 'cash' }, null],
  ['the same before it was sent', { status: 'sending', settledWith: 'card' }, null],
  ['money received', { status: 'confirmed' }, null],
  ['a refusal by the guest', { status: 'closed', closedAs: 'refused' }, 'again'],
  [
    'a refusal that is at work again',
    { status: 'closed', closedAs: 'refused', work: sending },
    null,
  ],
  ['what was taken in cash', { status: 'closed', closedAs: 'settled', settledWith: 'cash' }, null],
]
for (const [what, change, acts] of rows) {
  test(`under ${what} stand ${acts === null ? 'no buttons' : `the buttons of "${acts}"`}`, () => {
    assert.equal(actsOn({ ...order, ...change }), acts)
  })
}

test('only what ended unpaid without anybody wanting that is asked again', () => {
  const again = closings.filter(
    (closedAs) => actsOn({ ...order, status: 'closed', closedAs }) === 'again',
  )
  assert.deepEqual(new Set(again), new Set(offerableClosings))
})

test('law 9: an order is cancelled by hand once its sending is not certain for a minute, and not before', () => {
  const sent: Order = { ...order, status: 'sending', work: sending }
  assert.equal(mayBeCancelled(sent, 1000 + 59_999), false)
  assert.equal(mayBeCancelled(sent, 1000 + 60_000), true)
  assert.equal(mayBeCancelled({ ...sent, work: { ...sending, act: 'offer' } }, 1000 + 60_000), true)
  assert.equal(
    mayBeCancelled({ ...sent, work: { ...sending, act: 'delete' } }, 1000 + 60_000),
    false,
    'it is being cancelled already',
  )
  for (const status of orderStatuses.filter((one) => one !== 'sending')) {
    assert.equal(mayBeCancelled({ ...sent, status }, 1000 + 60_000), false, status)
  }
})

test('cash is taken for an order on its way at any time, but not while it is being cancelled', () => {
  assert.equal(isBeingSent({ ...order, status: 'sending', work: sending }), true)
  assert.equal(
    isBeingSent({ ...order, status: 'sending', work: { ...sending, act: 'delete' } }),
    false,
  )
  assert.equal(isBeingSent(order), false)
})

const countdown: [now: number, seconds: number][] = [
  [1000, 8],
  [1001, 8],
  [2000, 7],
  [8999, 1],
  [9000, 0],
  [20_000, 0],
  // The clock of the device is an hour behind.
  [-3_600_000, 8],
]
for (const [now, seconds] of countdown) {
  test(`at ${now} a deletion that is due at 9000 and was put off at 1000 begins in ${seconds} s`, () => {
    assert.equal(secondsLeft({ ...order, work: scheduled }, now), seconds)
  })
}
