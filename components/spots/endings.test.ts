import assert from 'node:assert/strict'
import test from 'node:test'
import type { Order } from '#contract/order.ts'
import { hindranceOf, shownIn, type Hindrance } from './endings.ts'

const unpaid: Order = {
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
const held: Order = { ...unpaid, id: 'o2', status: 'reserved' }
const sending: Order = { ...unpaid, id: 'o3', status: 'sending' }
const changing: Order = {
  ...unpaid,
  id: 'o4',
  work: { act: 'edit', outcome: 'running', since: 1 },
}
const aboutToGo: Order = {
  ...unpaid,
  id: 'o5',
  work: { act: 'delete', outcome: 'scheduled', since: 1, dueAt: 9 },
}
const received: Order = { ...unpaid, id: 'o6', status: 'confirmed' }
const declined: Order = { ...unpaid, id: 'o7', status: 'closed', closedAs: 'declined' }

const rows: [what: string, orders: Order[], hindrance: Hindrance][] = [
  ['nothing', [received, declined], 'none'],
  ['something unpaid', [received, unpaid], 'unpaid'],
  ['held money beside everything else', [unpaid, sending, held], 'held'],
  ['an order on its way', [unpaid, sending], 'at_work'],
  ['an order that is being changed', [changing], 'at_work'],
  ['only what is about to be deleted', [aboutToGo], 'none'],
  ['something unpaid beside what is about to be deleted', [aboutToGo, unpaid], 'unpaid'],
]
for (const [what, orders, hindrance] of rows) {
  test(`a table with ${what} is hindered from being freed by: ${hindrance}`, () => {
    assert.equal(hindranceOf(orders), hindrance)
  })
}

test('the sheet lists all that ends with the table, and what was declined in it, which can be asked again', () => {
  const orders = [unpaid, held, sending, aboutToGo, received, declined]
  const ids = (wereOpen: string[]) => shownIn(orders, new Set(wereOpen)).map(({ id }) => id)
  assert.deepEqual(ids([]), ['o1', 'o2', 'o3', 'o5'])
  assert.deepEqual(ids(['o6', 'o7']), ['o1', 'o2', 'o3', 'o5', 'o7'])
})
