import assert from 'node:assert/strict'
import test from 'node:test'
import type { Order } from '#contract/order.ts'
import { orderToExtend } from './order-to-extend.ts'

function order(id: string, rest: Partial<Order> = {}): Order {
  return {
    id,
    version: 1,
    spotId: 12,
    status: 'pending',
    lines: [{ title: 'Latte', quantity: 2, unitPriceMinor: 350 }],
    discountMinor: 0,
    totalMinor: 700,
    currency: 'EUR',
    createdBy: 'Ona',
    createdAt: 1,
    ...rest,
  }
}

test('a second round goes onto the newest order that is unpaid and at rest', () => {
  const asked = order('asked')
  const rows: [string, Order[], string | undefined][] = [
    ['nothing was ordered', [], undefined],
    ['one unpaid', [asked], 'asked'],
    ['two unpaid', [asked, order('newer')], 'newer'],
    ['the newer one is held', [asked, order('held', { status: 'reserved' })], 'asked'],
    ['it is paid', [order('paid', { status: 'confirmed' })], undefined],
    ['it is over', [order('over', { status: 'closed', closedAs: 'deleted' })], undefined],
    ['it is on its way', [order('sent', { status: 'sending' })], undefined],
    [
      'it is about to be deleted',
      [
        asked,
        order('going', { work: { act: 'delete', outcome: 'scheduled', since: 1, dueAt: 9 } }),
      ],
      'asked',
    ],
    ['it is one guest’s share', [order('share', { part: { number: 1, of: 2 } })], undefined],
  ]
  for (const [name, orders, expected] of rows) {
    assert.equal(orderToExtend(orders)?.id, expected, name)
  }
})
