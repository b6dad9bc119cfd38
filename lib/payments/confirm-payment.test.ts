import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { openHouse } from '#lib/floor/testing/house.ts'
import { offersOf } from '#lib/orders/book/transactions.ts'
import { offerAgain } from '#lib/orders/offer-again.ts'
import { manager, waiter } from '#lib/orders/testing/evening.ts'
import { confirmPayment } from './confirm-payment.ts'
import { declinePayment } from './decline-payment.ts'
import { heldPayments } from './testing/held-payments.ts'

const house = await openHouse()
const { reserve, about, present, statusOf, reductionsOf } = heldPayments(house)

test('law 1: a manager who accepts a difference accepts the one that was on the screen, and no other', async () => {
  const seen = await reserve(1290, { priceMinor: 1200 })
  assert.equal(seen.verdict?.equal, false)
  await house.control('force', { transactionKey: seen.transactionKey, priceMinor: 100 })
  const tap = { ...about(seen), judged: seen.judged, acceptsDifferences: true }
  await assert.rejects(
    confirmPayment({ ...tap, ...manager }),
    (error: { code: string; members: { order: Order } }) => {
      assert.equal(error.code, 'conflict')
      const { status, verdict, judged } = error.members.order
      assert.equal(status, 'reserved')
      assert.deepEqual(verdict?.differences, [{ what: 'amount', expected: '1290', found: '100' }])
      assert.notEqual(judged, seen.judged)
      return true
    },
  )
  assert.equal(await statusOf(seen), 'reserved')
  const { judged } = await present(seen)
  const taken = await confirmPayment({ ...tap, judged, ...manager })
  assert.deepEqual([taken.status, taken.heldMinor, taken.takenMinor], ['confirmed', 100, 100])
})

test('a payment that is as it was seen is confirmed by its name, and anything else keeps it held', async () => {
  const seen = await reserve(700)
  const wrong = { ...about(seen), judged: 'something else' }
  await assert.rejects(confirmPayment({ ...wrong, ...waiter }), { code: 'conflict' })
  assert.equal(await statusOf(seen), 'reserved')
  const { status } = await confirmPayment({ ...about(seen), judged: seen.judged, ...waiter })
  assert.equal(status, 'confirmed')
})

test('less than is held can be confirmed, and the order keeps what was asked, held and taken', async () => {
  const seen = await reserve(1290)
  const less = { ...about(seen), judged: seen.judged, amountMinor: 900, reason: 'Cold soup' }
  await assert.rejects(confirmPayment({ ...less, ...staff }), { code: 'forbidden' })
  for (const amountMinor of [1290, 1291]) {
    await assert.rejects(confirmPayment({ ...less, amountMinor, ...manager }), { code: 'invalid' })
  }
  assert.equal(await statusOf(seen), 'reserved')

  const taken = await confirmPayment({ ...less, ...manager })
  assert.deepEqual(
    [taken.status, taken.totalMinor, taken.heldMinor, taken.takenMinor, taken.decidedBy],
    ['confirmed', 1290, 1290, 900, 'Manager'],
  )
  const { status, payments } = await wallet().getTransaction(seen.transactionKey ?? '')
  assert.deepEqual([status, payments.map(({ priceMinor }) => priceMinor)], ['confirmed', [900]])
  const tile = (await liveFloor()).hub.current().tiles.find(({ spot }) => spot?.id === seen.spotId)
  assert.equal(tile?.receivedMinor, 900)
  assert.partialDeepStrictEqual(await trailOf(seen, 'order.confirm'), [
    { amountMinor: 1290 },
    { amountMinor: 1291 },
    { amountMinor: 900, totalMinor: 1290, reason: 'Cold soup' },
  ])
  assert.deepEqual(await reductionsOf(seen), [['lowered', 390, 'Cold soup', 'Manager']])
})

test('whoever names an amount decides about the amount, and about no other difference', async () => {
  const seen = await reserve(1290, { priceMinor: 1500, currency: 'USD' })
  const less = { ...about(seen), amountMinor: 1290, reason: 'Typed wrong' }
  await assert.rejects(confirmPayment({ ...less, ...manager }), { code: 'conflict' })
  await house.control('force', { transactionKey: seen.transactionKey, currency: 'EUR' })
  assert.equal((await confirmPayment({ ...less, ...manager })).takenMinor, 1290)
  assert.deepEqual(await reductionsOf(seen), [], 'it is what the guest was asked for')
})

test('of two people of whom one confirms and one declines, one is right and both see the same', async () => {
  for (const confirmsFirst of [true, false, true, false]) {
    const seen = await reserve(500)
    const confirm = () => confirmPayment({ ...about(seen), judged: seen.judged, ...waiter })
    const decline = () =>
      declinePayment({ orderId: seen.id, reason: 'wrong', actor: manager.actor })
    const both = confirmsFirst ? [confirm(), decline()] : [decline(), confirm()]
    const seenBy = await Promise.all(
      both.map((one) =>
        one.catch((error: { code: string; members: { order: Order } }) => {
          assert.equal(error.code, 'conflict')
          return error.members.order
        }),
      ),
    )
    assert.deepEqual(seenBy[0], seenBy[1])
    const [{ status, closedAs } = seen] = seenBy
    assert.equal(closedAs ?? status, confirmsFirst ? 'confirmed' : 'declined')
    assert.equal(await statusOf(seen), confirmsFirst ? 'confirmed' : 'revoked')
  }
})

test('a decline keeps its reason, and the order that is asked again keeps its old key', async () => {
  const seen = await reserve(800)
  const { id: orderId, transactionKey: oldKey } = seen
  const declined = await declinePayment({ orderId, reason: 'Wrong table', actor: manager.actor })
  assert.deepEqual([declined.closedAs, declined.decidedBy], ['declined', 'Manager'])
  assert.partialDeepStrictEqual(await trailOf(seen, 'order.decline'), [{ reason: 'Wrong table' }])

  const asking = { intentId: randomUUID(), orderId, version: declined.version, draft: undefined }
  const again = await offerAgain({ ...asking, ...waiter })
  assert.equal(again.status, 'pending')
  assert.deepEqual([again.decidedAt, again.decidedBy, again.heldMinor], Array(3).fill(undefined))
  const keys = (await offersOf(await database(), orderId)).map((offer) => offer.transaction_key)
  assert.deepEqual(new Set(keys), new Set([oldKey, again.transactionKey]))
  assert.partialDeepStrictEqual(await trailOf(seen, 'order.offer'), [{ endedKey: oldKey }])
})

const staff = {
  ...waiter,
  may: (permission: string) => permission !== 'confirm_less' && permission !== 'confirm_unequal',
}

/** What the trail says of an act on an order when somebody asked for it. */
async function trailOf({ id }: Order, act: string): Promise<unknown[]> {
  const rows = await (
    await database()
  )
    .selectFrom('audit')
    .select('detail')
    .where('subject', '=', `order ${id}`)
    .where('act', '=', act)
    .where('outcome', '=', 'asked')
    .orderBy('sequence')
    .execute()
  return rows.map(({ detail }) => JSON.parse(detail))
}
