import assert from 'node:assert/strict'
import test from 'node:test'
import type { Order } from '#contract/order.ts'
import { openRows } from './open-rows.ts'

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
  createdAt: 10,
}

test('orders, tables that are being freed and tabs stand in one list, oldest first', () => {
  const rows = openRows({
    orders: [
      { spotName: 'TABLE1', order },
      { spotName: 'TABLE1', order: { ...order, id: 'o2', createdAt: 30 } },
    ],
    closes: [
      { spotId: 7, spotName: 'TABLE7', since: 20 },
      { spotId: 12, spotName: 'TABLE1', since: 5 },
    ],
    tabs: [{ tableId: 'w', tableName: 'Window', since: 15, totalMinor: 500, currency: 'EUR' }],
  })
  assert.deepEqual(
    rows.map(({ spotName, since, order: open }) => [spotName, since, open?.id]),
    [
      ['TABLE1', 5, undefined],
      ['TABLE1', 10, 'o1'],
      ['Window', 15, undefined],
      ['TABLE7', 20, undefined],
      ['TABLE1', 30, 'o2'],
    ],
  )
  assert.deepEqual(
    rows.filter(({ tab }) => tab).map(({ way, tab }) => [way, tab?.totalMinor]),
    [['/tables/w', 500]],
  )
  assert.equal(new Set(rows.map(({ key }) => key)).size, rows.length)
})

test('where everything has ended there is nothing to list', () => {
  assert.deepEqual(openRows({ orders: [], closes: [], tabs: [] }), [])
})
