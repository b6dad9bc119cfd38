import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { beforeEach, test } from 'node:test'
import type { Order, Split } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { describeSpot } from '../describe-spot.ts'
import { editOrder } from '../edit-order.ts'
import { joinOrders } from '../join-orders.ts'
import { moveOrder } from '../move-order.ts'
import { declineAndOffer, offerAgain } from '../offer-again.ts'
import { describeOrder } from '../order-book.ts'
import { splitOrder } from '../split-order.ts'
import { submitOrder } from '../submit-order.ts'
import { draft, hangingKeys, manager, payableKeys, settled, stateOf, waiter } from './evening.ts'

const named = ({ id, version }: Order) => ({ orderId: id, version })

/** Acts that consist of several: in which order they go, and what becomes of the later ones if an earlier one fails. */
export function testChainedActs(house: House): void {
  let tables = 0
  let spotId = 0
  let hungBefore: string[] = []
  const guest = () => `chain guest ${tables}`

  beforeEach(async () => {
    tables += 1
    hungBefore = hangingKeys(await stateOf(house))
    spotId = await house.scan(guest(), `CHAIN${tables}`)
  })

  const submit = (minor: number, quantity = 1) =>
    submitOrder({
      intentId: randomUUID(),
      spotId,
      draft: draft(minor, quantity),
      actor: waiter.actor,
    })
  const reserve = (order: Order) =>
    house.control('reserve', { guest: guest(), transactionKey: order.transactionKey })
  const split = (order: Order, how: Split, intentId: string = randomUUID()) =>
    splitOrder({ intentId, ...named(order), split: how, ...waiter })
  const join = (kept: Order, joined: Order) =>
    joinOrders({
      intentId: randomUUID(),
      kept: named(kept),
      joined: named(joined),
      actor: waiter.actor,
    })
  const nothingHangs = async () => {
    const hanging = hangingKeys(await stateOf(house))
    assert.deepEqual(
      hanging.filter((key) => !hungBefore.includes(key)),
      [],
    )
  }
  const payable = async () => payableKeys(await stateOf(house), spotId)
  /** The guest pays in the very moment in which the wallet gets the next call that matches. */
  const fault = (match: { method: string; path: string }, kind: string, times = 1) =>
    house.control('faults', { match, times, kind })

  test('law 2: a bill split in three can be paid in three parts, and never as a whole', async () => {
    const order = await submit(1000)
    const parts = await split(order, { evenly: 3 })
    assert.deepEqual(
      parts.map(({ totalMinor, part, status }) => [totalMinor, part, status]),
      [
        [334, { number: 1, of: 3 }, 'pending'],
        [333, { number: 2, of: 3 }, 'pending'],
        [333, { number: 3, of: 3 }, 'pending'],
      ],
    )
    assert.deepEqual(
      new Set(await payable()),
      new Set(parts.map(({ transactionKey }) => transactionKey)),
    )
    await nothingHangs()
  })

  test('the same split twice at once, and once more later, is one split', async () => {
    const order = await submit(1000)
    const intentId = randomUUID()
    const [one, other] = await Promise.all([
      split(order, { evenly: 2 }, intentId),
      split(order, { evenly: 2 }, intentId),
    ])
    const later = await split(order, { evenly: 2 }, intentId)
    const ids = (parts: Order[]) => parts.map(({ id }) => id)
    assert.deepEqual(ids(one), ids(other))
    assert.deepEqual(ids(one), ids(later))
    assert.equal((await payable()).length, 2)
    await assert.rejects(split(order, { evenly: 3 }, intentId), { code: 'idempotency_key_reused' })
  })

  test('lines go onto an order of their own, and the rest stays', async () => {
    const order = await submit(350, 3)
    const [rest, part] = await split(order, { lines: [{ index: 0, quantity: 1 }] })
    assert.equal(rest?.totalMinor, 700)
    assert.equal(part?.totalMinor, 350)
    assert.equal(part.fromOrderId, order.id)
  })

  test('a part taken in cash is never asked for in the app', async () => {
    const order = await submit(1000)
    const [rest, cash] = await split(order, { amountMinor: 400, settledWith: 'cash' })
    assert.equal(rest?.totalMinor, 600)
    assert.equal(cash?.closedAs, 'settled')
    assert.equal(cash.settledWith, 'cash')
    assert.deepEqual(await payable(), [rest.transactionKey])
    await nothingHangs()
  })

  test('law 4: a split that the guest forestalls by paying leaves the order as it was', async () => {
    const order = await submit(1000)
    await reserve(order)
    const before = (await describeSpot(spotId)).orders.length
    await assert.rejects(split(order, { evenly: 2 }), { code: 'conflict' })
    const { orders } = await describeSpot(spotId)
    assert.equal(orders.length, before)
    assert.equal(orders.at(-1)?.totalMinor, 1000)
    assert.equal(orders.at(-1)?.part, undefined)
    assert.equal(orders.at(-1)?.version, 1)
    await assert.rejects(split({ ...order, version: 2 }, { evenly: 2 }), { code: 'conflict' })
    await nothingHangs()
  })

  test('a split that would leave nothing is refused and changes nothing', async () => {
    const order = await submit(2)
    for (const how of [
      { evenly: 3 },
      { amountMinor: 2 },
      { lines: [{ index: 0, quantity: 1 }] },
      { lines: [{ index: 7, quantity: 1 }] },
    ]) {
      await assert.rejects(split(order, how), { code: 'invalid' })
    }
    assert.deepEqual(await payable(), [order.transactionKey])
  })

  test('while the first act of a chain has no answer, the others wait for it', async () => {
    const order = await submit(1000)
    await fault({ method: 'PUT', path: '/order/' }, 'timeout_after')
    const parts = await split(order, { evenly: 2 })
    assert.equal(parts[0]?.work?.outcome, 'unknown')
    assert.equal(parts[1]?.work?.outcome, 'running')
    const ended = await Promise.all(parts.map(({ id }) => settled(id)))
    assert.deepEqual(
      ended.map(({ status, totalMinor }) => [status, totalMinor]),
      [
        ['pending', 500],
        ['pending', 500],
      ],
    )
    assert.equal((await payable()).length, 2)
    await nothingHangs()
  })

  test('two orders joined are one to the guest', async () => {
    const one = await submit(350)
    const other = await submit(200)
    const joined = await join(one, other)
    assert.equal(joined.totalMinor, 550)
    assert.equal(joined.version, 2)
    assert.equal((await describeOrder(await database(), other.id)).closedAs, 'joined')
    assert.deepEqual(await payable(), [joined.transactionKey])
    await nothingHangs()
  })

  test('an order that was to be joined is offered again where the guest pays the other one that moment', async () => {
    const one = await submit(350)
    const other = await submit(200)
    // Reserved at the wallet, and not yet known to Spotboard: the edit is what finds it out.
    await reserve(one)
    await assert.rejects(join(one, other), { code: 'conflict' })
    const db = await database()
    assert.equal((await describeOrder(db, one.id)).status, 'reserved')
    assert.equal((await describeOrder(db, one.id)).totalMinor, 350)
    const offered = await settled(other.id)
    assert.equal(offered.status, 'pending')
    assert.deepEqual(await payable(), [offered.transactionKey])
  })

  test('an order is not joined with itself or with one of another table', async () => {
    const order = await submit(350)
    await assert.rejects(join(order, order), { code: 'invalid' })
    const here = spotId
    spotId = await house.scan('far guest', `FAR${tables}`)
    const far = await submit(100)
    await assert.rejects(join(order, far), { code: 'invalid' })
    spotId = here
    assert.deepEqual(await payable(), [order.transactionKey])
  })

  test('law 2: an order moved to another table can be paid there and not here', async () => {
    const order = await submit(900)
    const target = await house.scan('target guest', `TARGET${tables}`)
    const move = {
      intentId: randomUUID(),
      ...named(order),
      spotId: target,
      actor: waiter.actor,
    }
    const moved = await moveOrder(move)
    assert.equal(moved.spotId, target)
    assert.equal(moved.status, 'pending')
    assert.equal(moved.fromOrderId, order.id)
    assert.equal((await moveOrder(move)).id, moved.id)
    const state = await stateOf(house)
    assert.deepEqual(payableKeys(state, spotId), [])
    assert.deepEqual(payableKeys(state, target), [moved.transactionKey])
    await nothingHangs()
  })

  test('an order is not moved to where nobody has checked in, nor to its own table', async () => {
    const order = await submit(900)
    const empty = await house.scan('gone guest', `EMPTY${tables}`)
    await house.control('leave', { guest: 'gone guest' })
    for (const target of [empty, spotId]) {
      await assert.rejects(
        moveOrder({
          intentId: randomUUID(),
          ...named(order),
          spotId: target,
          actor: waiter.actor,
        }),
        { code: 'invalid' },
      )
    }
    assert.deepEqual(await payable(), [order.transactionKey])
  })

  test('an order that the guest refused is offered again under a new key, the old one kept', async () => {
    const order = await submit(700)
    await house.control('reject', { guest: guest(), transactionKey: order.transactionKey })
    await assert.rejects(
      editOrder({ intentId: randomUUID(), ...named(order), edit: draft(800), ...waiter }),
      { code: 'conflict' },
    )
    assert.equal((await describeOrder(await database(), order.id)).closedAs, 'refused')
    const offer = { intentId: randomUUID(), ...named(order), draft: undefined, ...waiter }
    const offered = await offerAgain(offer)
    assert.equal(offered.status, 'pending')
    assert.notEqual(offered.transactionKey, order.transactionKey)
    assert.deepEqual(await offerAgain(offer), offered)
    assert.deepEqual(await payable(), [offered.transactionKey])
    const db = await database()
    const keys = await db
      .selectFrom('order_transactions')
      .select('transaction_key')
      .where('order_id', '=', order.id)
      .execute()
    assert.ok(keys.some(({ transaction_key: key }) => key === order.transactionKey))
  })

  test('what can still be paid, or was paid, is not offered again', async () => {
    const order = await submit(700)
    const offer = () =>
      offerAgain({ intentId: randomUUID(), ...named(order), draft: undefined, ...manager })
    await assert.rejects(offer(), { code: 'conflict' })
    await reserve(order)
    await assert.rejects(offer(), { code: 'conflict' })
    assert.deepEqual((await payable()).length, 0)
  })

  test('law 4: a held payment is given back and the order asked anew as edited, in one act', async () => {
    const order = await submit(700)
    await reserve(order)
    // An edit is refused, and so the book learns that the payment is held.
    const early = { intentId: randomUUID(), ...named(order), edit: draft(800), ...manager }
    await assert.rejects(editOrder(early), { code: 'conflict' })
    const edit = { ...draft(900), declinesPayment: true }
    const change = { intentId: randomUUID(), ...named(order), edit }
    await assert.rejects(declineAndOffer({ ...change, ...waiter, may: () => false }), {
      code: 'forbidden',
    })
    const offered = await declineAndOffer({ ...change, ...manager })
    assert.equal(offered.status, 'pending')
    assert.equal(offered.version, 2)
    assert.equal(offered.totalMinor, 900)
    assert.deepEqual(await payable(), [offered.transactionKey])
    await nothingHangs()
  })
}
