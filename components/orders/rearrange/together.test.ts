import assert from 'node:assert/strict'
import test from 'node:test'
import { MAX_AMOUNT_MINOR } from '#contract/money.ts'
import { MAX_LINES } from '#contract/order.ts'
import type { Order } from '#contract/order.ts'
import { joinable, together } from './together.ts'

const latte = { title: 'Latte', quantity: 2, unitPriceMinor: 350 }

function order(id: string, rest: Partial<Order> = {}): Order {
  return {
    id,
    version: 1,
    spotId: 12,
    status: 'pending',
    lines: [latte],
    discountMinor: 0,
    totalMinor: 700,
    currency: 'EUR',
    createdBy: 'Ona',
    createdAt: 1,
    ...rest,
  }
}

test('an order can be joined with every other one that is unpaid and at rest', () => {
  const here = order('here')
  const orders = [
    here,
    order('other'),
    order('held', { status: 'reserved' }),
    order('paid', { status: 'confirmed' }),
    order('sent', { status: 'sending' }),
    order('over', { status: 'closed', closedAs: 'joined' }),
    order('at work', { work: { act: 'edit', outcome: 'unknown', since: 1 } }),
    order('part', { part: { number: 2, of: 2 } }),
  ]
  assert.deepEqual(
    joinable(orders, here).map(({ id }) => id),
    ['other', 'part'],
  )
  assert.deepEqual(joinable([here], here), [])
})

test('two orders together have the lines and the discounts of both', () => {
  const cake = { title: 'Cake', quantity: 1, unitPriceMinor: 450 }
  const one = order('one', { discountMinor: 50, totalMinor: 650 })
  const other = order('other', { lines: [cake], discountMinor: 20, totalMinor: 430 })
  assert.deepEqual(together(one, other), {
    lines: [latte, cake],
    discountMinor: 70,
    totalMinor: 1080,
    currency: 'EUR',
  })
})

test('two orders that are too much for one are not joined', () => {
  const long = order('long', { lines: Array.from({ length: MAX_LINES }, () => latte) })
  assert.equal(together(order('one'), long), null)
  assert.equal(together(order('one'), order('dear', { totalMinor: MAX_AMOUNT_MINOR })), null)
})
