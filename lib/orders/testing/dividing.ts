import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Order, Split } from '#contract/order.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { describeSpot } from '../book/describe-spot.ts'
import { splitOrder } from '../split-order.ts'
import { settled, stateOf, waiter } from './evening.ts'
import { tablesOf } from './tables.ts'

const split = ({ id, version }: Order, how: Split, intentId: string = randomUUID()) =>
  splitOrder({ intentId, orderId: id, version, split: how, ...waiter })
const idsOf = (parts: readonly Order[]) => parts.map(({ id }) => id)

/** One bill in parts: at no moment can more be paid than the bill, and the parts add up to it. */
export function testDividing(house: House): void {
  const table = tablesOf(house, 'DIVIDED')

  const descriptionOf = async ({ transactionKey }: Order) => {
    const { transactions } = await stateOf(house)
    const made = transactions.find((one) => one.transaction_key === transactionKey)
    return made?.payments.map(({ description }) => description).join() ?? ''
  }

  test('law 2: a bill split in three can be paid in three parts, and never as a whole', async () => {
    const order = await table().submit(1000)
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
      new Set(await table().payable()),
      new Set(parts.map(({ transactionKey }) => transactionKey)),
    )
    await table().nothingHangs()
  })

  test('the same split twice at once, and once more later, is one split', async () => {
    const order = await table().submit(1000)
    const intentId = randomUUID()
    const [one, other] = await Promise.all([
      split(order, { evenly: 2 }, intentId),
      split(order, { evenly: 2 }, intentId),
    ])
    const later = await split(order, { evenly: 2 }, intentId)
    assert.deepEqual(idsOf(one), idsOf(other))
    assert.deepEqual(idsOf(one), idsOf(later))
    assert.equal((await table().payable()).length, 2)
    await assert.rejects(split(order, { evenly: 3 }, intentId), { code: 'idempotency_key_reused' })
  })

  test('lines go onto an order of their own, and the rest stays', async () => {
    const order = await table().submit(350, 3)
    const [rest, part] = await split(order, { lines: [{ index: 0, quantity: 1 }] })
    assert.equal(rest?.totalMinor, 700)
    assert.equal(part?.totalMinor, 350)
    assert.equal(part.fromOrderId, order.id)
  })

  test('a part that is split again is said to be a part of that part, and the others are left alone', async () => {
    const order = await table().submit(1200)
    const [first, second, third] = await split(order, { evenly: 3 })
    if (!first || !second || !third) throw new Error('not three parts')
    const [own, other] = await split(second, { amountMinor: 100 })
    const within = [{ number: 2, of: 3 }]
    assert.deepEqual(own?.part, { number: 1, of: 2, within })
    assert.deepEqual(other?.part, { number: 2, of: 2, within })
    assert.equal(own.id, second.id)
    const { orders } = await describeSpot(table().spotId)
    assert.deepEqual(
      orders.filter(({ id }) => id === first.id || id === third.id),
      [first, third],
    )
    const said = await descriptionOf(other)
    assert.match(said, /, part 2 of 3, 2 of 2 · /)
    await table().nothingHangs()
  })

  test('a part that the guest pays before it is split again keeps its name', async () => {
    const order = await table().submit(1200)
    const [first] = await split(order, { evenly: 2 })
    if (!first) throw new Error('no part')
    await table().reserve(first)
    await assert.rejects(split(first, { evenly: 2 }), { code: 'conflict' })
    const { orders } = await describeSpot(table().spotId)
    assert.deepEqual(
      orders.map(({ part, status }) => [part, status]),
      [
        [{ number: 1, of: 2 }, 'reserved'],
        [{ number: 2, of: 2 }, 'pending'],
      ],
    )
  })

  test('a part taken in cash is never asked for in the app', async () => {
    const order = await table().submit(1000)
    const [rest, cash] = await split(order, { amountMinor: 400, settledWith: 'cash' })
    assert.equal(rest?.totalMinor, 600)
    assert.equal(cash?.closedAs, 'settled')
    assert.equal(cash.settledWith, 'cash')
    assert.deepEqual(await table().payable(), [rest.transactionKey])
    await table().nothingHangs()
  })

  test('law 4: a split that the guest forestalls by paying leaves the order as it was', async () => {
    const order = await table().submit(1000)
    await table().reserve(order)
    const before = (await describeSpot(table().spotId)).orders.length
    await assert.rejects(split(order, { evenly: 2 }), { code: 'conflict' })
    const { orders } = await describeSpot(table().spotId)
    assert.equal(orders.length, before)
    assert.equal(orders.at(-1)?.totalMinor, 1000)
    assert.equal(orders.at(-1)?.part, undefined)
    assert.equal(orders.at(-1)?.version, 1)
    await assert.rejects(split({ ...order, version: 2 }, { evenly: 2 }), { code: 'conflict' })
    await table().nothingHangs()
  })

  test('a split that would leave nothing is refused and changes nothing', async () => {
    const order = await table().submit(2)
    for (const how of [
      { evenly: 3 },
      { amountMinor: 2 },
      { lines: [{ index: 0, quantity: 1 }] },
      { lines: [{ index: 7, quantity: 1 }] },
    ]) {
      await assert.rejects(split(order, how), { code: 'invalid' })
    }
    assert.deepEqual(await table().payable(), [order.transactionKey])
  })

  test('while the first act of a chain has no answer, the others wait for it', async () => {
    const order = await table().submit(1000)
    await house.control('faults', {
      match: { method: 'PUT', path: '/order/' },
      times: 1,
      kind: 'timeout_after',
    })
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
    assert.equal((await table().payable()).length, 2)
    await table().nothingHangs()
  })
}
