import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { openHouse } from '#lib/floor/testing/house.ts'
import { manager, waiter } from '#lib/orders/testing/evening.ts'
import { confirmPayment } from './confirm-payment.ts'
import { heldPayments } from './testing/held-payments.ts'

const house = await openHouse()
const { reserve, about, present, statusOf, reductionsOf } = heldPayments(house)

test('law 10: what is taken less counts against the limit of the visit, above which it takes a manager', async () => {
  const first = await reserve(2000)
  const second = await reserve(2000)
  const reason = 'Cold soup'
  await confirmPayment({ ...about(first), amountMinor: 1400, reason, ...waiter })
  const less = { ...about(second), reason }
  await assert.rejects(confirmPayment({ ...less, amountMinor: 1599, ...waiter }), {
    code: 'manager_required',
  })
  assert.equal(await statusOf(second), 'reserved')
  await confirmPayment({ ...less, amountMinor: 1599, ...manager })
  assert.deepEqual(await reductionsOf(second), [['lowered', 401, reason, 'Manager']])
})

test('law 10: a lower payment that is accepted as it is counts as asked less, with its reason, and only once it is taken', async () => {
  const seen = await reserve(1290, { priceMinor: 1200 })
  const reason = 'The guest typed it'
  const accept = { ...about(seen), acceptsDifferences: true, judged: seen.judged }
  const unseen = { ...accept, judged: undefined }
  await assert.rejects(confirmPayment({ ...accept, ...waiter }), { code: 'reason_required' })
  await assert.rejects(confirmPayment({ ...unseen, reason, ...waiter }), { code: 'conflict' })
  await house.control('force', { transactionKey: seen.transactionKey, priceMinor: 1100 })
  await assert.rejects(confirmPayment({ ...accept, reason, ...manager }), { code: 'conflict' })
  assert.deepEqual(await reductionsOf(seen), [])

  const { judged } = await present(seen)
  await confirmPayment({ ...accept, judged, reason, ...waiter })
  assert.deepEqual(await reductionsOf(seen), [['lowered', 190, reason, 'Waiter']])
})

test('law 10: a lower payment above the limit of the visit takes a manager, who may leave the reason out', async () => {
  const seen = await reserve(2000, { priceMinor: 999 })
  const accept = { ...about(seen), acceptsDifferences: true, judged: seen.judged }
  const late = { ...accept, reason: 'He had left' }
  await assert.rejects(confirmPayment({ ...late, ...waiter }), { code: 'manager_required' })
  assert.equal(await statusOf(seen), 'reserved')
  await confirmPayment({ ...accept, ...manager })
  assert.deepEqual(await reductionsOf(seen), [['lowered', 1001, null, 'Manager']])
})

test('an accepted payment counts as what the wallet took, also where the book did not know it yet', async () => {
  const unread = await reserve(1290)
  await house.control('force', { transactionKey: unread.transactionKey, priceMinor: 1000 })
  await confirmPayment({ ...about(unread), acceptsDifferences: true, ...manager })
  assert.deepEqual(await reductionsOf(unread), [['lowered', 290, null, 'Manager']])

  for (const forced of [{ priceMinor: 1500 }, { priceMinor: 900, currency: 'USD' }]) {
    const seen = await reserve(1290, forced)
    await confirmPayment({ ...about(seen), acceptsDifferences: true, ...manager })
    assert.deepEqual(await reductionsOf(seen), [])
  }
})

test('nothing counts as taken less where the payment turns out to be confirmed in full or given back', async () => {
  const full = await reserve(1290)
  await wallet().confirmTransaction(full.transactionKey ?? '')
  const less = { amountMinor: 900, reason: 'Cold soup', ...manager }
  assert.equal((await confirmPayment({ ...about(full), ...less })).takenMinor, 1290)
  assert.deepEqual(await reductionsOf(full), [])

  const gone = await reserve(1290)
  await house.control('expire', { transactionKey: gone.transactionKey })
  await assert.rejects(confirmPayment({ ...about(gone), ...less }), { code: 'conflict' })
  assert.deepEqual(await reductionsOf(gone), [])
})
