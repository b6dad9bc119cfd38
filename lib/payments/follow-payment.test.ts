import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { orderStatuses, type Order, type OrderStatus } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { openHouse } from '#lib/floor/testing/house.ts'
import { meaningOf, transactionWords, type Meaning } from '#lib/orders/book/meanings.ts'
import { changeOrder, describeOrder } from '#lib/orders/book/order-book.ts'
import { submitOrder } from '#lib/orders/submit-order.ts'
import { draft, manager, waiter } from '#lib/orders/testing/evening.ts'
import { confirmPayment } from './confirm-payment.ts'
import { declinePayment } from './decline-payment.ts'
import { followPayment } from './follow-payment.ts'
import { followTransactions } from './follow-transactions.ts'

const house = await openHouse()
const spotId = await house.scan('ona', 'TABLE1')

/** An order in each state in which a reading of its transaction may find it. */
const reaching: Record<OrderStatus, () => Promise<Order>> = {
  sending: async () => {
    const order = await submit()
    await changeOrder(await database(), order.id, { status: 'sending' })
    return describeOrder(await database(), order.id)
  },
  pending: submit,
  reserved: reserve,
  confirmed: async () => {
    const { id: orderId, version } = await reserve()
    return confirmPayment({ orderId, version, ...waiter })
  },
  closed: async () => {
    const { id: orderId } = await reserve()
    return declinePayment({ orderId, reason: undefined, actor: manager.actor })
  },
}

/** What an order is after a reading, by what the pair means; nothing where it stays as it was. */
const after: Partial<Record<Meaning, Partial<Order>>> = {
  payable: { status: 'pending' },
  held: { status: 'reserved', verdict: { equal: true, differences: [] }, heldMinor: 700 },
  received: { status: 'confirmed', takenMinor: 700 },
  refused: { status: 'closed', closedAs: 'refused' },
  expired: { status: 'closed', closedAs: 'expired' },
  withdrawn: { status: 'closed', closedAs: 'ended_by_wallet' },
}

for (const status of orderStatuses) {
  for (const word of [...transactionWords, 'pondering']) {
    const meaning = meaningOf(status, word)
    test(`an order that is ${status} and a transaction that is ${word}: ${meaning}`, async () => {
      const before = await reaching[status]()
      const { id, transactionKey = '' } = before
      await house.control('force', { transactionKey, status: word })
      const transaction = await wallet().getTransaction(transactionKey)
      const db = await database()
      if (meaning === 'act_decides') await followPayment(db, id, transaction)
      else await followTransactions(db, [transaction])

      const order = await describeOrder(db, id)
      const expected = after[meaning]
      if (expected) {
        assert.partialDeepStrictEqual(order, expected)
      } else if (meaning === 'unclear') {
        const found = status === 'reserved' ? 'reserved' : 'new'
        const differences = [{ what: 'status' as const, expected: found, found: word }]
        assert.deepEqual(order, { ...before, verdict: { equal: false, differences } })
      } else assert.deepEqual(order, before)

      const { status: left } = await wallet().getTransaction(transactionKey)
      if (meaning !== 'leftover') assert.equal(left, word)
      else assert.match(left, /^(deleted|revoked)$/)
    })
  }
}

test('law 11: a word that is not known makes way for one that is', async () => {
  const { id, transactionKey = '' } = await submit()
  const db = await database()
  for (const word of ['pondering', 'new', 'pondering', 'reserved'] as const) {
    await house.control('force', { transactionKey, status: word })
    await followTransactions(db, [await wallet().getTransaction(transactionKey)])
    const { verdict } = await describeOrder(db, id)
    const equal = { pondering: false, new: undefined, reserved: true }[word]
    assert.equal(verdict?.equal, equal, word)
  }
})

test('law 11: a leftover that the wallet does not let go of holds up the reading of no other', async () => {
  const match = { method: 'POST', path: '/rest/v1/transaction$' }
  await house.control('faults', { match, times: 1, kind: 'twice' })
  const { id, transactionKey = '' } = await submit()
  const since = { createdFromMs: 0, limit: 200, offset: 0 }
  const { items } = await wallet().listTransactions(since)
  const twin = items.find(({ key, status }) => status === 'new' && key !== transactionKey)
  assert.ok(twin)
  await house.control('force', { transactionKey: twin.key, status: 'pondering' })
  await house.control('reserve', { guest: 'ona', transactionKey })
  const read = await Promise.all(
    [twin.key, transactionKey].map((key) => wallet().getTransaction(key)),
  )
  await followTransactions(await database(), read)
  assert.equal((await describeOrder(await database(), id)).status, 'reserved')
})

function submit(): Promise<Order> {
  return submitOrder({
    intentId: randomUUID(),
    spotId,
    draft: draft(700),
    actor: waiter.actor,
  })
}

async function reserve(): Promise<Order> {
  const { id, transactionKey = '' } = await submit()
  await house.control('reserve', { guest: 'ona', transactionKey })
  const db = await database()
  await followPayment(db, id, await wallet().getTransaction(transactionKey))
  return describeOrder(db, id)
}
