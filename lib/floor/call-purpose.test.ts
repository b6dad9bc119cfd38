import assert from 'node:assert/strict'
import { test } from 'node:test'
import { metrics } from '#lib/runtime/metrics.ts'
import { callBehindAll, callForWallet, callInBackground } from './call-purpose.ts'
import { wallet } from './metered-wallet.ts'
import { openHouse } from './testing/house.ts'

const house = await openHouse()
const spotId = await house.scan('a guest', 'TABLE1')
const read = () => wallet().getSpot(spotId, { priority: 'poll' })
const act = () => wallet().getSpot(spotId, { priority: 'person' })

/** As whose the calls of this work were counted. */
async function countedAs(work: () => Promise<unknown>): Promise<string[]> {
  metrics().walletCalls.reset()
  await work()
  const { values } = await metrics().walletCalls.get()
  return values.map(({ labels }) => String(labels['priority']))
}

test('law 8: whom a call stands behind follows from what it is made for', async () => {
  assert.deepEqual(await countedAs(act), ['person'])
  assert.deepEqual(await countedAs(read), ['poll'])
  assert.deepEqual(await countedAs(() => callInBackground(act)), ['background'])
  assert.deepEqual(await countedAs(() => callInBackground(read)), ['poll'])
  assert.deepEqual(await countedAs(() => callBehindAll('strangers', act)), ['poll'])
})

test('law 8: what a signed callback has the wallet asked for comes before other readings, and no act does', async () => {
  assert.deepEqual(await countedAs(() => callForWallet(read)), ['called_back'])
  assert.deepEqual(await countedAs(() => callForWallet(act)), ['person'])
})
