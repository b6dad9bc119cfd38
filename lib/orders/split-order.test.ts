import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Permission } from '#contract/permission.ts'
import { openHouse } from '#lib/floor/testing/house.ts'
import { describeSpot } from './book/describe-spot.ts'
import { splitOrder } from './split-order.ts'
import { submitOrder } from './submit-order.ts'
import { draft, waiter } from './testing/evening.ts'

const house = await openHouse()

test('a part is recorded as taken only by somebody who may settle orders, and the bill stays whole', async () => {
  const spotId = await house.scan('ona', 'TABLE1')
  const { actor } = waiter
  const order = await submitOrder({ intentId: randomUUID(), spotId, draft: draft(900), actor })
  const take = (may: (permission: Permission) => boolean) =>
    splitOrder({
      intentId: randomUUID(),
      orderId: order.id,
      version: order.version,
      split: { amountMinor: 400, settledWith: 'cash' },
      actor,
      may,
    })
  await assert.rejects(
    take((permission) => permission !== 'settle_order'),
    { code: 'forbidden' },
  )
  assert.deepEqual((await describeSpot(spotId)).orders, [order])
  const [rest, taken] = await take((permission) => permission === 'settle_order')
  assert.equal(rest?.totalMinor, 500)
  assert.equal(taken?.closedAs, 'settled')
})
