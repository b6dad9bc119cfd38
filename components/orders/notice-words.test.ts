import assert from 'node:assert/strict'
import test from 'node:test'
import { orderNotices, type Order } from '#contract/order.ts'
import { permissionsOf } from '#contract/permission.ts'
import { noticeWords } from './notice-words.ts'

const order: Order = {
  id: 'o1',
  version: 1,
  spotId: 12,
  status: 'reserved',
  lines: [],
  discountMinor: 0,
  totalMinor: 700,
  currency: 'EUR',
  createdBy: 'Ona',
  createdAt: 1,
}

test('paid twice: a manager is told to decline, staff to call one', () => {
  const twice: Order = { ...order, notice: 'paid_twice', settledWith: 'card' }
  assert.equal(
    noticeWords(twice, permissionsOf('manager')),
    'Taken by card, and the guest also paid in the app. Decline the held payment, so that the guest has that money back.',
  )
  assert.equal(
    noticeWords(twice, permissionsOf('staff')),
    'Taken by card, and the guest also paid in the app. Call a manager to decline the held payment.',
  )
})

test('money that went back says whether the guest is asked once more', () => {
  const back: Order = { ...order, notice: 'paid_back' }
  assert.match(noticeWords({ ...back, status: 'pending' }, []), /asked once more/)
  assert.match(noticeWords({ ...back, status: 'closed' }, []), /Tell the guest/)
})

test('each notice has words of its own', () => {
  const words = orderNotices.map((notice) => noticeWords({ ...order, notice }, []))
  assert.equal(new Set(words).size, orderNotices.length)
})
