import assert from 'node:assert/strict'
import test from 'node:test'
import { closings, orderStatuses, type Order } from '#contract/order.ts'
import { askCall } from './ask-call.ts'
import { allows, editWays } from './edit-way.ts'
import type { EditWay } from './edit-way.ts'
import { draftOfOrder, newDraft } from './kept-draft.ts'

const order: Order = {
  id: 'o1',
  version: 3,
  spotId: 12,
  status: 'pending',
  lines: [{ title: 'Latte', quantity: 2, unitPriceMinor: 350 }],
  discountMinor: 0,
  totalMinor: 700,
  currency: 'EUR',
  createdBy: 'Ona',
  createdAt: 1,
}
const body = { lines: order.lines, currency: 'EUR' }
const kept = draftOfOrder(order, 1)

test('a new order is posted to its table', () => {
  const fresh = { ...newDraft(1), draft: kept.draft }
  assert.deepEqual(
    askCall(fresh, { spotId: 12, orderId: undefined, way: 'change', currency: 'EUR' }),
    {
      to: '/api/spots/12/orders',
      call: { method: 'POST', body, idempotencyKey: fresh.intentId },
    },
  )
})

const rows: [EditWay, string, { method: string; body: object }][] = [
  ['change', '/api/orders/o1', { method: 'PUT', body }],
  ['add', '/api/orders/o1', { method: 'PUT', body }],
  ['again', '/api/orders/o1/offer', { method: 'POST', body }],
  ['decline', '/api/orders/o1', { method: 'PUT', body: { ...body, declinesPayment: true } }],
]
for (const [way, to, call] of rows) {
  test(`"${way}" names the version that it was made on, its intent and its reason`, () => {
    const where = { spotId: 12, orderId: 'o1', way, currency: 'EUR' }
    const intent = { idempotencyKey: kept.intentId, version: 3 }
    assert.deepEqual(askCall(kept, where), { to, call: { ...call, ...intent } })
    const reasoned = { ...kept, draft: { ...kept.draft, reason: ' Typed wrong ' } }
    const reason = 'Typed wrong'
    assert.deepEqual(askCall(reasoned, where).call.body, { ...call.body, reason })
  })
}

test('a guest who pays meanwhile turns no change into a declining: each order allows one way at most', () => {
  for (const status of orderStatuses) {
    for (const closedAs of closings) {
      // To add is to change.
      const ways = editWays
        .filter((way) => way !== 'add')
        .filter((way) => allows(way, { ...order, status, closedAs }))
      assert.ok(ways.length <= 1, `${status} ${closedAs}: ${ways.join()}`)
    }
  }
  assert.equal(allows('change', { ...order, status: 'reserved' }), false)
  assert.equal(allows('decline', { ...order, status: 'reserved' }), true)
  assert.equal(allows('again', { ...order, status: 'closed', closedAs: 'refused' }), true)
  assert.equal(allows('again', { ...order, status: 'closed', closedAs: 'deleted' }), false)
})
