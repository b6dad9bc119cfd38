import assert from 'node:assert/strict'
import test from 'node:test'
import type { Order } from '#contract/order.ts'
import { closings, orderStatuses } from '#contract/order.ts'
import { isLive, orderLook, orderStateWords } from './order-state.ts'

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

test('each status and each way to end has words of its own', () => {
  const words = [
    ...orderStatuses
      .filter((status) => status !== 'closed')
      .map((status) => orderStateWords({ ...order, status })),
    ...closings.map((closedAs) => orderStateWords({ ...order, status: 'closed', closedAs })),
    orderStateWords({ ...order, status: 'closed', closedAs: 'settled', settledWith: 'card' }),
  ]
  assert.equal(new Set(words).size, words.length)
  assert.ok(words.every((word) => word.length > 3))
})

test('what is not known is never shown as done, whatever the status says', () => {
  for (const status of orderStatuses) {
    const lost: Order = { ...order, status, work: { act: 'confirm', outcome: 'unknown', since: 1 } }
    assert.equal(orderLook(lost), 'unknown')
    assert.equal(orderStateWords(lost), 'Not yet known')
  }
})

test('an order at work says what is being done with it', () => {
  const work = { act: 'decline', outcome: 'running', since: 1 } as const
  assert.equal(orderStateWords({ ...order, status: 'reserved', work }), 'Declining…')
})

test('money that came in another way looks received, and what ended otherwise does not', () => {
  assert.equal(orderLook({ ...order, status: 'closed', closedAs: 'settled' }), 'received')
  assert.equal(orderLook({ ...order, status: 'closed', closedAs: 'declined' }), 'ended')
  assert.equal(isLive({ ...order, status: 'closed' }), false)
  assert.equal(isLive({ ...order, status: 'reserved' }), true)
})

const outcomes: [string, Partial<Order>, look: string, words: string][] = [
  [
    'a deletion that can be undone',
    { work: { act: 'delete', outcome: 'scheduled', since: 1, dueAt: 9 } },
    'asked',
    'About to be deleted',
  ],
  [
    'an order that Paysera does not answer',
    { status: 'sending', work: { act: 'submit', outcome: 'waiting', since: 1 } },
    'waiting',
    'Waits for Paysera',
  ],
  [
    'an order that waits for a person',
    { status: 'sending', work: { act: 'submit', outcome: 'asking', since: 1 } },
    'asking',
    'Still wanted?',
  ],
  [
    'an order that is being cancelled',
    { status: 'sending', work: { act: 'delete', outcome: 'running', since: 1 } },
    'sending',
    'Cancelling…',
  ],
  [
    'cash that is being recorded',
    { settledWith: 'cash', work: { act: 'settle', outcome: 'running', since: 1 } },
    'asked',
    'Recording…',
  ],
  [
    'cash taken while Paysera is away',
    { settledWith: 'cash', work: { act: 'settle', outcome: 'waiting', since: 1 } },
    'received',
    'Taken in cash',
  ],
  [
    'cash taken, and held money of the same order',
    { status: 'reserved', settledWith: 'cash', notice: 'paid_twice' },
    'held',
    'Payment held',
  ],
]
for (const [what, change, look, words] of outcomes) {
  test(`${what} looks ${look} and says "${words}"`, () => {
    const shown = { ...order, ...change }
    assert.equal(orderLook(shown), look)
    assert.equal(orderStateWords(shown), words)
  })
}
