import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { after, before, beforeEach, test } from 'node:test'
import { z } from 'zod'
import type { Order } from '#contract/order.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { openHouse } from '#lib/floor/testing/house.ts'
import { submitOrder } from '#lib/orders/submit-order.ts'
import { draft, until, waiter } from '#lib/orders/testing/evening.ts'
import { metrics } from '#lib/runtime/metrics.ts'
import { isProblem } from '#lib/runtime/problem.ts'
import { WalletCallback } from '#lib/wallet/callback.ts'
import { readCalledBack } from './read-called-back.ts'
import { takeCallback } from './take-callback.ts'

/** Nobody watches payments here, so whatever is seen of one came by a callback. */
const house = await openHouse()
/** Hands on what the wallet sends, and keeps it, so that a test can send it again. */
const receiver = createServer((request, response) => void receive(request, response))
let received: WalletCallback[] = []
let isHandingOn = true
let guests = 0
let spotId = 0

before(async () => {
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const address = receiver.address()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  process.env['WALLET_CALLBACK_URL'] = `http://127.0.0.1:${address.port}/`
})

after(() => receiver.close())

beforeEach(async () => {
  received = []
  isHandingOn = true
  guests += 1
  spotId = await house.scan(guest(), `TABLE${guests}`)
})

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams(await text(request))
  const callback = WalletCallback.parse(Object.fromEntries(form))
  received.push(callback)
  response.end('OK')
  if (isHandingOn) await takeCallback(callback, 'wallet')
}

const guest = () => `guest${guests}`

const submit = (minor: number) =>
  submitOrder({ intentId: randomUUID(), spotId, draft: draft(minor), actor: waiter.actor })

type Payable = Pick<Order, 'transactionKey'>

const reserve = ({ transactionKey }: Payable) =>
  house.control('reserve', { guest: guest(), transactionKey })

const counted = z.looseObject({ calls: z.record(z.string(), z.int()) })

async function calls(what: RegExp): Promise<number> {
  const state = counted.parse(await house.control('state'))
  const fitting = Object.entries(state.calls).filter(([call]) => what.test(call))
  return fitting.reduce((sum, [, count]) => sum + count, 0)
}

/** A signed event as the wallet sent it for an order that is paid, before anybody has taken it. */
async function signedEventFor(order: Payable): Promise<WalletCallback> {
  isHandingOn = false
  await reserve(order)
  for (;;) {
    // One about the test before may still be on its way.
    const found = received.find((one) => JSON.stringify(one).includes(order.transactionKey ?? ''))
    if (found) return found
    await house.control('settings', {})
  }
}

const code = (word: string) => (error: unknown) => isProblem(error) && error.code === word

test('what the wallet calls back about is read and on the screens, with nobody watching payments', async () => {
  const order = await submit(1290)
  await reserve(order)
  const held = await until(order.id, ({ status }) => status === 'reserved')
  assert.deepEqual(held.verdict, { equal: true, differences: [] })
  const tile = (await liveFloor()).hub.current().tiles.find((one) => one.spot?.id === spotId)
  assert.equal(tile?.heldMinor, 1290)
  const { values } = await metrics().callbacks.get()
  assert.deepEqual(values, [{ labels: { form: 'signed', outcome: 'taken' }, value: 1 }])
})

test('a refusal and an expiry close their orders, each as what it is', async () => {
  const refused = await submit(500)
  const { transactionKey } = refused
  await house.control('reject', { guest: guest(), transactionKey })
  const closed = await until(refused.id, ({ status }) => status === 'closed')
  assert.equal(closed.closedAs, 'refused')

  const expired = await submit(600)
  await reserve(expired)
  await house.control('expire', { transactionKey: expired.transactionKey })
  const ended = await until(expired.id, ({ status }) => status === 'closed')
  assert.equal(ended.closedAs, 'expired')
})

test('law 1: a verdict comes from what was read, whatever the event says', async () => {
  const order = await submit(1290)
  const callback = await signedEventFor(order)
  await house.control('force', { transactionKey: order.transactionKey, priceMinor: 129 })
  await takeCallback(callback, null)
  const held = await until(order.id, ({ status }) => status === 'reserved')
  assert.equal(held.verdict?.equal, false)
})

test('a hundred repetitions at once are one reading, and one more for those that came while it was made', async () => {
  const order = await submit(700)
  const callback = await signedEventFor(order)
  const before = await calls(/^GET .*transaction\/:/)
  await Promise.all(Array.from({ length: 100 }, () => takeCallback(callback, null)))
  await until(order.id, ({ status }) => status === 'reserved')
  await submit(50)
  const readings = (await calls(/^GET .*transaction\/:/)) - before
  assert.ok(readings >= 1 && readings <= 2, `${readings} readings`)
})

test('what arrives while a transaction is being read is read after that', async () => {
  const order = await submit(700)
  const callback = await signedEventFor(order)
  const match = { method: 'GET', path: '/transaction/' }
  await house.control('faults', { match, times: 1, kind: 'stale' })
  const before = await calls(/^GET .*transaction\/:/)
  // The first reading answers from before the payment; the call that came meanwhile brings the second.
  readCalledBack(order.transactionKey ?? '', spotId, true)
  await takeCallback(callback, null)
  await until(order.id, ({ status }) => status === 'reserved')
  assert.equal((await calls(/^GET .*transaction\/:/)) - before, 2)
})

test('a late repetition of what is over by now reads nothing', async () => {
  const order = await submit(300)
  const callback = await signedEventFor(order)
  isHandingOn = true
  await house.control('expire', { transactionKey: order.transactionKey })
  await until(order.id, ({ status }) => status === 'closed')
  const before = await calls(/./)
  await takeCallback(callback, null)
  await takeCallback({ transaction_key: order.transactionKey ?? '' }, null)
  assert.equal(await calls(/./), before)
})

test('forgeries and keys that are not ours make no call', async () => {
  const callback = await signedEventFor(await submit(300))
  assert.ok('sign' in callback)
  const { event, sign } = callback
  const before = await calls(/transaction/)
  for (const other of [event.replace('reserved', 'confirmed'), `${event} `]) {
    await assert.rejects(takeCallback({ event: other, sign }, 'a'), code('forbidden'))
  }
  await takeCallback({ transaction_key: 'Unknown' }, 'a')
  assert.equal(await calls(/transaction/), before)
})

test('what the wallet signs about a payment that is not ours makes no call', async () => {
  const { key: transactionKey } = await wallet().createTransaction({
    description: 'Made at the till',
    priceMinor: 500,
    currency: 'EUR',
    parameters: {},
    reserveForSeconds: 3600,
    callbackUri: process.env['WALLET_CALLBACK_URL'],
  })
  const callback = await signedEventFor({ transactionKey })
  const before = await calls(/^GET .*transaction\/:/)
  await takeCallback(callback, null)
  await submit(50)
  assert.equal(await calls(/^GET .*transaction\/:/), before)
})

test('an unsigned call about a payment of ours is a reason to read it', async () => {
  const order = await submit(400)
  isHandingOn = false
  await reserve(order)
  await takeCallback({ transaction_key: order.transactionKey ?? '' }, 'somebody')
  await until(order.id, ({ status }) => status === 'reserved')
})

test('a flood from one address is refused there, and the wallet is heard even from that one', async () => {
  const order = await submit(400)
  const callback = await signedEventFor(order)
  const attempts = Array.from({ length: 200 }, () =>
    takeCallback({ event: '{}', sign: 'AAAA' }, 'proxy').then(
      () => 'taken',
      (error: unknown) => (isProblem(error) ? error.code : 'broken'),
    ),
  )
  const outcomes = await Promise.all(attempts)
  assert.equal(outcomes.filter((one) => one === 'forbidden').length, 30)
  assert.equal(outcomes.filter((one) => one === 'too_many_requests').length, 170)
  await takeCallback({ transaction_key: 'Unknown' }, 'another')
  await takeCallback(callback, 'proxy')
  await until(order.id, ({ status }) => status === 'reserved')
})
