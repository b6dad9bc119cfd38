import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { submitOrder } from '#lib/orders/submit-order.ts'
import { draft, waiter } from '#lib/orders/testing/evening.ts'
import { House } from '../house.ts'
import { MemoryDisk } from '../memory-disk.ts'
import { comeTo, payAt } from '../people/guests.ts'
import { seedChance } from '../seeded-chance.ts'
import { VirtualTime } from '../virtual-time.ts'
import { SimulatedWallet } from '../wallet/simulated-wallet.ts'
import { hourMs, minuteMs } from './plan.ts'

const settings = {
  merchantSeesOrders: false,
  duplicateKey: 'allow',
  revokeOnClose: false,
  openWord: 'open',
  clockSkewS: 0,
} as const

test('law 8: when nobody looks at a closed house little is spent, and a guest and a held payment are found all the same', async () => {
  seedChance('night')
  const time = new VirtualTime()
  let calls = 0
  const onCall = () => {
    calls += 1
  }
  const wallet = new SimulatedWallet(time, settings, 'night', {
    spots: 40,
    isLimited: true,
    notesPayable: false,
    onCall,
  })
  const disk = await MemoryDisk.format()
  const house = new House({ time, disk, wallet, stumbles: [] })
  await house.life().started
  const { hub } = await liveFloor()
  const tile = () => hub.current().tiles.find((one) => one.spot?.id === 7)

  await time.pass(10 * minuteMs)
  calls = 0
  await time.pass(hourMs)
  assert.ok(calls > 50 && calls < 80, `${calls} calls in an hour of an empty house`)

  comeTo(wallet.world, 7)
  await time.pass(61_000)
  assert.equal(tile()?.spot?.status, 'waiting')

  const { actor } = waiter
  const asking = submitOrder({ intentId: randomUUID(), spotId: 7, draft: draft(1290), actor })
  await time.pass(5000)
  const { transactionKey = '' } = await asking
  payAt(wallet.world, 7, transactionKey)
  await time.pass(61_000)
  assert.equal(tile()?.heldMinor, 1290)
  house.shut()
})
