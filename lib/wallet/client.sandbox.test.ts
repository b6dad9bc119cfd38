import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { startSandboxProcess, type RunningSandbox } from './testing/running-sandbox.ts'
import { clientOf, failureOf } from './testing/stub-wallet.ts'
import type { NewTransaction } from './transaction-calls.ts'

const locationId = 3
const page = { limit: 200, offset: 0 }
const coffee: NewTransaction = {
  priceMinor: 1290,
  currency: 'EUR',
  description: 'T1: 2 × kava',
  parameters: { spotboard: 'order-1:1' },
  reserveForSeconds: 86_400,
}

let sandbox: RunningSandbox

before(async () => {
  sandbox = await startSandboxProcess()
})
after(() => sandbox.stop())
beforeEach(async () => {
  await sandbox.control('reset', {})
})

async function checkIn(guest = 'jonas'): Promise<void> {
  await sandbox.control('scan', { guest, code: `PAYSERA*${locationId}:TABLE1` })
}

for (const settings of [{}, { openWord: 'opened', merchantSeesOrders: true }]) {
  test(`a visit from check-in to close with ${JSON.stringify(settings)}`, async () => {
    await sandbox.control('settings', settings)
    using caller = clientOf(sandbox.url, { projectId: 1221 })
    const { client } = caller
    await checkIn()
    const waiting = await client.listSpots({ status: 'waiting', locationId, ...page })
    assert.equal(waiting.total, 1)
    const [spot] = waiting.items
    assert.ok(spot)
    assert.deepEqual([spot.status, spot.identifier], ['waiting', 'TABLE1'])

    const transaction = await client.createTransaction({ ...coffee, locationId })
    assert.equal(transaction.status, 'new')
    assert.deepEqual([transaction.projectId, transaction.locationId], [1221, locationId])
    assert.deepEqual(transaction.reserve, { forSeconds: 86_400 })
    const [payment] = transaction.payments
    assert.equal(payment?.priceMinor, 1290)
    assert.deepEqual(payment?.parameters, { spotboard: 'order-1:1' })

    const order = await client.createOrder(spot.id, transaction.key)
    assert.deepEqual([order.status, order.transactionKey], ['pending', transaction.key])
    const open = await client.listSpots({ status: 'open', ...page })
    assert.deepEqual(
      open.items.map(({ id, status }) => [id, status]),
      [[spot.id, 'open']],
    )
    const seen = (await client.getSpot(spot.id)).orders
    assert.deepEqual(seen, 'merchantSeesOrders' in settings ? [order] : undefined)

    await sandbox.control('reserve', { guest: 'jonas', transactionKey: transaction.key })
    const reserved = await client.listTransactions({ statuses: ['reserved'], ...page })
    assert.deepEqual(
      reserved.items.map(({ key }) => key),
      [transaction.key],
    )
    assert.equal((await client.getOrder(order.id)).status, 'reserved')
    const confirmed = await client.confirmTransaction(transaction.key)
    assert.equal(confirmed.status, 'confirmed')
    assert.ok(confirmed.confirmedAtMs)
    assert.equal((await client.getTransaction(transaction.key)).status, 'confirmed')
    assert.equal((await client.closeSpot(spot.id)).status, 'closed')
    assert.deepEqual(caller.logged, [], 'nothing that this wallet says is unknown to us')
  })
}

test('an order is edited and deleted, its transactions revoked and renewed', async () => {
  using caller = clientOf(sandbox.url)
  const { client } = caller
  await checkIn()
  const first = await client.createTransaction(coffee)
  const second = await client.createTransaction({ ...coffee, priceMinor: 800 })
  const order = await client.createOrder(1, first.key)
  assert.equal((await client.editOrder(order.id, second.key)).transactionKey, second.key)
  assert.equal((await client.revokeTransaction(first.key)).status, 'deleted')
  assert.equal((await client.deleteOrder(order.id)).status, 'closed')
  await sandbox.control('reserve', { guest: 'jonas', transactionKey: second.key })
  assert.equal((await client.revokeTransaction(second.key)).status, 'revoked')
  const renewed = await client.renewTransaction(second.key)
  assert.notEqual(renewed.key, second.key)
  assert.equal(renewed.payments[0]?.priceMinor, 800)
})

test('less than was reserved can be confirmed, more cannot', async () => {
  using caller = clientOf(sandbox.url)
  const { client } = caller
  const { key, payments } = await client.createTransaction(coffee)
  await sandbox.control('reserve', { guest: 'jonas', transactionKey: key })
  const price = { paymentId: payments[0]?.id ?? 0, currency: 'EUR' }
  const more = client.confirmTransaction(key, [{ ...price, priceMinor: 1291 }])
  const refusal = await failureOf(more)
  assert.deepEqual([refusal.status, refusal.applied], [400, 'no'])
  assert.ok(refusal.correlationId)
  const less = await client.confirmTransaction(key, [{ ...price, priceMinor: 500 }])
  assert.deepEqual([less.status, less.payments[0]?.priceMinor], ['confirmed', 500])
})

test('transactions are found by time, and pages go on where the last one ended', async () => {
  using caller = clientOf(sandbox.url)
  const { client } = caller
  const startMs = await client.getServerTime()
  const keys = new Set<string>()
  for (let made = 0; made < 5; made += 1) keys.add((await client.createTransaction(coffee)).key)
  const found = new Set<string>()
  for (let offset = 0; ; offset += 2) {
    const filter = { createdFromMs: startMs - 5000, createdToMs: startMs + 60_000 }
    const { items, total } = await client.listTransactions({ ...filter, limit: 2, offset })
    for (const { key } of items) found.add(key)
    if (offset + items.length >= (total ?? 0)) break
  }
  assert.deepEqual(found, keys)
  const later = { createdFromMs: startMs + 60_000, ...page }
  assert.deepEqual((await client.listTransactions(later)).items, [])
})

test('who we are, our locations, the clock and the callback key', async () => {
  using caller = clientOf(sandbox.url, { projectId: 1221 })
  const { client } = caller
  assert.equal((await client.getClient()).project?.id, 1221)
  for (const locations of [
    await client.listClientLocations(),
    await client.listProjectLocations(1221),
  ]) {
    assert.deepEqual(
      locations.map(({ id, title }) => [id, title]),
      [[locationId, 'Cool caffe']],
    )
  }
  assert.ok(Math.abs((await client.getServerTime()) - Date.now()) < 5000)
  assert.match(await client.getPublicKey(), /^-----BEGIN PUBLIC KEY-----/)
  assert.deepEqual(caller.logged, [])
})

test('what is not ours, not there or not possible is refused in its words', async () => {
  using caller = clientOf(sandbox.url)
  const { client } = caller
  const { key } = await client.createTransaction(coffee)
  const refusals: [Promise<unknown>, number, string][] = [
    [client.getSpot(23), 403, 'forbidden'],
    [client.closeSpot(9999), 404, 'not_found'],
    [client.confirmTransaction(key), 409, 'invalid_state'],
    [client.renewTransaction(key), 409, 'invalid_state'],
  ]
  for (const [call, status, word] of refusals) {
    const error = await failureOf(call)
    assert.deepEqual([error.code, error.status, error.walletCode], ['refused', status, word])
  }
})

test('a wrong key and a wrong signing host are refused', async () => {
  for (const wrong of [
    { macKey: 'x'.repeat(32) },
    { clientId: 'nobody' },
    { signHost: 'a.test' },
  ]) {
    using caller = clientOf(sandbox.url, wrong)
    const error = await failureOf(caller.client.getClient())
    assert.deepEqual([error.code, error.status, error.walletCode], ['refused', 401, 'unauthorized'])
  }
  using canonical = clientOf(sandbox.url, { signHost: 'wallet.paysera.com', signPort: 443 })
  assert.ok((await canonical.client.getClient()).id)
})

for (const clockSkewS of [86_400, -86_400, -400_000_000]) {
  test(`a wallet whose clock is off by ${clockSkewS} s is followed`, async () => {
    await sandbox.control('settings', { clockSkewS })
    using caller = clientOf(sandbox.url)
    const { key } = await caller.client.createTransaction(coffee)
    await caller.client.createOrder(1, key)
    assert.deepEqual(
      caller.records.map(({ status }) => status),
      [401, 200, 200, 200],
    )
    assert.equal((await sandbox.holdings()).transactions.length, 1)
  })
}

test('the limit is its own kind of error', async () => {
  using caller = clientOf(sandbox.url)
  const calls = Array.from({ length: 61 }, () => caller.client.getSpot(1))
  const ends = await Promise.allSettled(calls)
  const [refused, ...others] = ends.filter((end) => end.status === 'rejected')
  assert.equal(others.length, 0)
  const error = await failureOf(Promise.reject(refused?.reason))
  assert.deepEqual([error.code, error.applied], ['too_many_requests', 'no'])
})
