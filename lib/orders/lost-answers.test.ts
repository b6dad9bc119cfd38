import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { readSpot } from '#lib/floor/read-spots.ts'
import { openHouse } from '#lib/floor/testing/house.ts'
import { draft, payableKeys, settled, stateOf, waiter } from './testing/evening.ts'
import { submitOrder } from './submit-order.ts'

const house = await openHouse()

const spotId = await house.scan('ona', 'TABLE1')

for (const path of ['/rest/v1/transaction$', '/order$']) {
  for (const kind of [
    'timeout_before',
    'timeout_after',
    'reset_before',
    'reset_after',
    'status_before',
    'status_after',
    'garbage',
    'truncated',
    'twice',
    'refuse',
  ]) {
    test(`laws 2 and 3: after ${kind} at ${path} one payable order more, and that is the one in the book`, async () => {
      const before = payableKeys(await stateOf(house), spotId)
      const match = { method: 'POST', path }
      await house.control('faults', { match, times: 1, kind, status: 502, delayMs: 2000 })
      const asked = await submitOrder({
        intentId: randomUUID(),
        spotId,
        draft: draft(700),
        actor: waiter.actor,
      })
      const order = await settled(asked.id)
      assert.equal(order.status, 'pending')
      const state = await stateOf(house)
      const keys = payableKeys(state, spotId)
      assert.deepEqual(
        keys.filter((key) => !before.includes(key)),
        [order.transactionKey],
      )
      // Found out, never asked again: only the network itself may have brought the order twice.
      const orders = state.spots.find(({ id }) => id === spotId)?.orders ?? []
      const carriers = orders.filter((one) => one.transaction_key === order.transactionKey)
      assert.equal(carriers.length, kind === 'twice' && path === '/order$' ? 2 : 1)
    })
  }
}

test('an order whose guests left before it could be sent asks nobody afterwards', async () => {
  const leftId = await house.scan('jonas', 'TABLE2')
  const match = { method: 'POST', path: '/transaction$' }
  await house.control('faults', { match, times: 1, kind: 'refuse' })
  const asking = submitOrder({
    intentId: randomUUID(),
    spotId: leftId,
    draft: draft(500),
    actor: waiter.actor,
  })
  assert.equal((await asking).status, 'sending')
  await house.control('leave', { guest: 'jonas' })
  await readSpot(leftId, 'person')
  const order = await settled((await asking).id)
  assert.equal(order.closedAs, 'not_sent')
  assert.deepEqual(payableKeys(await stateOf(house), leftId), [])
})
