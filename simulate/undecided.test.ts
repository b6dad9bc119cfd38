import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { loudness } from '#contract/loudness.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { endOfBusinessDay } from '#lib/menu/business-day.ts'
import { describeOrder } from '#lib/orders/book/order-book.ts'
import { offerAgain } from '#lib/orders/offer-again.ts'
import { RESERVE_FOR_SECONDS } from '#lib/orders/put-before-guest.ts'
import { submitOrder } from '#lib/orders/submit-order.ts'
import { draft, manager } from '#lib/orders/testing/evening.ts'
import { requireTransaction } from '#sandbox/core/transactions.ts'
import { House } from './house.ts'
import { MemoryDisk } from './memory-disk.ts'
import { comeTo, payAt } from './people/guests.ts'
import { seedChance } from './seeded-chance.ts'
import { VirtualTime } from './virtual-time.ts'
import { SimulatedWallet } from './wallet/simulated-wallet.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** Nobody looks at the floor, so payments are read seldom. */
const LATEST_NEWS_MS = 60 * SECOND

const walletSettings = {
  merchantSeesOrders: false,
  duplicateKey: 'allow',
  revokeOnClose: false,
  openWord: 'open',
  clockSkewS: 0,
} as const

test('a reservation that nobody decides about is in sight from when it is found until it ends, and can be asked again', async () => {
  seedChance('undecided')
  const time = new VirtualTime()
  const disk = await MemoryDisk.format()
  const wallet = new SimulatedWallet(time, walletSettings, 'undecided')
  comeTo(wallet.world, 1)
  const stumbles: string[] = []
  const house = new House({ time, disk, wallet, stumbles })
  await house.life().started
  const db = await database()

  const { hub } = await liveFloor()
  const tile = () => hub.current().tiles.find(({ spot }) => spot?.id === 1)
  /** Lets time pass until it is so, and answers how long that took. */
  const until = async (isSo: () => boolean, stepMs: number, atMostMs: number): Promise<number> => {
    const beganMs = time.now()
    while (!isSo() && time.now() - beganMs < atMostMs) await time.pass(stepMs)
    assert.ok(isSo(), `not within ${atMostMs} ms`)
    return time.now() - beganMs
  }
  await until(() => tile()?.spot?.status === 'waiting', SECOND, LATEST_NEWS_MS)
  const asking = { spotId: 1, draft: draft(1290), actor: manager.actor }
  const asked = submitOrder({ intentId: randomUUID(), ...asking })
  await time.pass(2 * SECOND)
  const { id: orderId, transactionKey: key = '' } = await asked
  assert.ok(payAt(wallet.world, 1, key))
  const paidAtMs = time.now()
  await until(() => tile()?.heldCount === 1, SECOND, LATEST_NEWS_MS)
  const { heldSince } = tile() ?? {}
  assert.ok(heldSince)

  const heard = new Map<number, number>()
  const isHeld = () => tile()?.heldCount === 1
  const heldUntil = (await describeOrder(db, orderId)).heldUntil ?? 0
  while (requireTransaction(wallet.world, key).status === 'reserved') {
    assert.ok(isHeld(), `out of sight ${time.now() - paidAtMs} ms after it was paid`)
    const present = tile()
    assert.equal(present?.heldSince, heldSince, 'its age is its own')
    const loud = present ? loudness(present, time.now()) : 0
    if (!heard.has(loud)) heard.set(loud, time.now() - heldSince)
    await time.pass(time.now() - heldSince < 15 * MINUTE ? SECOND : 5 * MINUTE)
  }
  const louderAt = [1, 2, 3].map((loud) => Math.floor((heard.get(loud) ?? NaN) / MINUTE))
  assert.deepEqual(louderAt, [1, 3, 10])
  assert.ok(time.now() - paidAtMs >= RESERVE_FOR_SECONDS * SECOND)
  assert.ok(heldUntil >= paidAtMs + RESERVE_FOR_SECONDS * SECOND)
  assert.ok(heldUntil <= paidAtMs + RESERVE_FOR_SECONDS * SECOND + LATEST_NEWS_MS)

  await until(() => !isHeld(), SECOND, LATEST_NEWS_MS)
  const expired = await describeOrder(db, orderId)
  assert.deepEqual([expired.status, expired.closedAs], ['closed', 'expired'])
  const { version } = expired
  const again = offerAgain({
    intentId: randomUUID(),
    orderId,
    version,
    draft: undefined,
    ...manager,
  })
  await time.pass(2 * SECOND)
  const { status, transactionKey } = await again
  assert.equal(status, 'pending')
  assert.notEqual(transactionKey, key)
  house.shut()
  assert.deepEqual(stumbles, [])
})

test('a reservation outlasts the next closing time, also on the day that is an hour longer', () => {
  process.env['TZ'] = 'Europe/Vilnius'
  for (const day of ['2026-03-28', '2026-06-10', '2026-10-24', '2026-12-31']) {
    const noon = Date.parse(`${day}T12:00:00Z`)
    for (let atMs = noon - 24 * HOUR; atMs < noon + 24 * HOUR; atMs += 10 * MINUTE) {
      const leftMs = atMs + RESERVE_FOR_SECONDS * SECOND - endOfBusinessDay(atMs)
      assert.ok(leftMs >= 20 * HOUR, new Date(atMs).toISOString())
    }
  }
})
