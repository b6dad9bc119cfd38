import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import {
  merchant,
  otherMerchant,
  sandboxForTests,
  textOf,
  type Credentials,
  type TestSandbox,
} from './testing/sandbox-fixture.ts'

let sandbox: TestSandbox
let ona: Credentials
before(async () => {
  sandbox = await sandboxForTests()
})
after(() => sandbox.close())
beforeEach(async () => {
  await sandbox.did('reset', {})
  await sandbox.did('settings', { rateLimit: false })
  await sandbox.did('scan', { guest: 'ona', code: 'PAYSERA*3:TABLE1' })
  ona = await sandbox.guest('ona')
})

const payments = [{ description: 'Coffee', price: 450, currency: 'EUR' }]
const create = (body: unknown) => sandbox.as(merchant, 'POST', '/rest/v1/spot/1/order', body)
const edit = (id: number, key: string) =>
  sandbox.as(merchant, 'PUT', `/rest/v1/order/${id}`, { transaction_key: key })
const statusOf = async (kind: 'order' | 'transaction', id: number | string) =>
  (await sandbox.as(merchant, 'GET', `/rest/v1/${kind}/${id}`)).at('status')

async function orderOf(key: string): Promise<number> {
  const reply = await create({ transaction_key: key })
  assert.equal(reply.status, 200, reply.text)
  return Number(reply.at('id'))
}

test('a whole visit: order, pay, confirm, close', async () => {
  const key = await sandbox.transaction()
  const made = await create({ transaction_key: key })
  assert.deepEqual(made.json, { id: 52, transaction_key: key, status: 'pending' })
  assert.equal((await sandbox.as(merchant, 'GET', '/rest/v1/spot/1')).at('status'), 'open')
  const seen = await sandbox.as(ona, 'GET', '/rest/v1/spot/1?fields=*,orders.transaction')
  assert.equal(seen.at('orders.0.transaction.payments.0.price_decimal'), '4.50')
  await sandbox.as(ona, 'PUT', `/rest/v1/transaction/${key}/reserve/me`)
  assert.equal(await statusOf('order', 52), 'reserved')
  await sandbox.as(merchant, 'PUT', `/rest/v1/transaction/${key}/confirm`)
  assert.equal((await sandbox.as(ona, 'GET', '/rest/v1/order/52')).at('status'), 'confirmed')
  const closed = await sandbox.as(merchant, 'PUT', '/rest/v1/spot/1/close')
  assert.equal(closed.at('status'), 'closed')
  assert.equal(closed.at('orders'), undefined)
  assert.equal((await sandbox.as(ona, 'GET', '/rest/v1/order/52')).status, 403)
  assert.equal(await statusOf('order', 52), 'confirmed')
})

test('an order may bring its transaction along, which then belongs to the place of the spot', async () => {
  const made = await create({ transaction: { payments } })
  const key = textOf(made.at('transaction_key'))
  const transaction = await sandbox.as(merchant, 'GET', `/rest/v1/transaction/${key}`)
  assert.equal(transaction.at('location_id'), 3)
  const bad = await create({ transaction: { payments: [{ ...payments[0], price: -1 }] } })
  assert.equal(bad.status, 400)
  const { json } = await sandbox.as(merchant, 'GET', '/rest/v1/transactions')
  assert.partialDeepStrictEqual(json, { _metadata: { total: 1 } })
})

test('merchants see no orders of a spot unless this wallet shows them', async () => {
  await orderOf(await sandbox.transaction())
  const spot = () => sandbox.as(merchant, 'GET', '/rest/v1/spot/1?fields=*,orders.transaction')
  const list = () => sandbox.as(merchant, 'GET', '/rest/v1/spots?status=open')
  assert.equal((await spot()).at('orders'), undefined)
  assert.equal((await list()).at('spots.0.orders'), undefined)
  await sandbox.did('settings', { merchantSeesOrders: true })
  assert.equal((await spot()).at('orders.0.transaction.status'), 'new')
  assert.equal((await list()).at('spots.0.orders.0.id'), 52)
})

test('a body that is not exactly one of the two ways is refused and opens nothing', async () => {
  const key = await sandbox.transaction()
  for (const body of [
    {},
    [],
    'null',
    '"text"',
    { transaction_key: key, transaction: { payments } },
    { transaction_key: 7 },
    { transaction_key: null },
    { transaction: [] },
    { transaction_key: key, note: 'x' },
    { transaction: { payments, colour: 'red' } },
  ]) {
    const reply = await create(body)
    assert.equal(reply.status, 400, JSON.stringify(body))
    assert.equal(reply.at('error'), 'invalid_parameters')
  }
  assert.equal((await create('{"transaction_key"')).at('error'), 'invalid_request')
  assert.equal((await sandbox.as(merchant, 'GET', '/rest/v1/spot/1')).at('status'), 'waiting')
  await sandbox.did('settings', { strictKeys: false })
  assert.equal((await create({ transaction_key: key, note: 'x' })).status, 200)
})

test('only a new transaction of the own project can be ordered', async () => {
  const key = await sandbox.transaction()
  assert.equal((await create({ transaction_key: 'nothing' })).at('error'), 'not_found')
  const foreign = await sandbox.as(otherMerchant, 'POST', '/rest/v1/transaction', { payments })
  const foreignKey = foreign.at('transaction_key')
  assert.equal((await create({ transaction_key: foreignKey })).at('error'), 'forbidden')
  await sandbox.did('reserve', { guest: 'ona', transactionKey: key })
  assert.equal((await create({ transaction_key: key })).at('error'), 'invalid_state')
})

test('a key on two orders is one payment, or refused where this wallet refuses it', async () => {
  const key = await sandbox.transaction()
  await orderOf(key)
  const second = await orderOf(key)
  await sandbox.did('reserve', { guest: 'ona', transactionKey: key })
  assert.equal(await statusOf('order', second), 'reserved')
  await sandbox.did('settings', { duplicateKey: 'refuse' })
  const fresh = await sandbox.transaction()
  const id = await orderOf(fresh)
  assert.equal((await create({ transaction_key: fresh })).status, 409)
  assert.equal((await edit(id, fresh)).status, 200)
  await sandbox.as(merchant, 'DELETE', `/rest/v1/order/${id}`)
  assert.equal((await create({ transaction_key: fresh })).status, 200)
})

test('an edit swaps the transaction and leaves the old one payable', async () => {
  const [old, next] = [
    await sandbox.transaction(),
    await sandbox.transaction({ auto_confirm: true }),
  ]
  const id = await orderOf(old)
  assert.deepEqual((await edit(id, next)).json, { id, transaction_key: next, status: 'pending' })
  assert.equal(await statusOf('transaction', old), 'new')
  await sandbox.did('reserve', { guest: 'ona', transactionKey: old })
  assert.equal(await statusOf('order', id), 'pending')
})

test('a deleted order is closed and stays readable; the spot stays open', async () => {
  const key = await sandbox.transaction()
  const id = await orderOf(key)
  const deleted = await sandbox.as(merchant, 'DELETE', `/rest/v1/order/${id}`)
  assert.deepEqual(deleted.json, { id, transaction_key: key, status: 'closed' })
  assert.equal(await statusOf('order', id), 'closed')
  assert.equal(await statusOf('transaction', key), 'new')
  assert.equal((await sandbox.as(merchant, 'GET', '/rest/v1/spot/1')).at('status'), 'open')
})

test('what is reserved, confirmed or closed can be neither edited nor deleted', async () => {
  const spare = await sandbox.transaction()
  const key = await sandbox.transaction()
  const id = await orderOf(key)
  const assertLocked = async () => {
    assert.equal((await edit(id, spare)).status, 409)
    const reply = await sandbox.as(merchant, 'DELETE', `/rest/v1/order/${id}`)
    assert.equal(reply.at('error'), 'invalid_state')
  }
  await sandbox.did('reserve', { guest: 'ona', transactionKey: key })
  await assertLocked()
  await sandbox.as(merchant, 'DELETE', `/rest/v1/transaction/${key}`)
  assert.equal(await statusOf('order', id), 'closed')
  await assertLocked()
})

test('closing closes pending orders only and touches no transaction', async () => {
  const [held, pending] = [await sandbox.transaction(), await sandbox.transaction()]
  const [heldId, pendingId] = [await orderOf(held), await orderOf(pending)]
  await sandbox.did('reserve', { guest: 'ona', transactionKey: held })
  await sandbox.as(merchant, 'PUT', '/rest/v1/spot/1/close')
  assert.equal(await statusOf('order', heldId), 'reserved')
  assert.equal(await statusOf('order', pendingId), 'closed')
  assert.equal(await statusOf('transaction', pending), 'new')
  await sandbox.did('reserve', { guest: 'ona', transactionKey: pending })
  assert.equal(await statusOf('order', pendingId), 'closed')
})

test('a guest who comes back to the table sees nothing of the visit before', async () => {
  const id = await orderOf(await sandbox.transaction())
  await sandbox.as(merchant, 'PUT', '/rest/v1/spot/1/close')
  await sandbox.did('scan', { guest: 'ona', code: 'PAYSERA*3:TABLE1' })
  assert.equal((await sandbox.as(ona, 'GET', `/rest/v1/order/${id}`)).status, 403)
  assert.equal((await sandbox.as(ona, 'GET', '/rest/v1/spot/1')).at('orders'), undefined)
})

test('with revokeOnClose the transaction ends with its order', async () => {
  await sandbox.did('settings', { revokeOnClose: true })
  const keys = [
    await sandbox.transaction(),
    await sandbox.transaction(),
    await sandbox.transaction(),
  ]
  const [edited = '', deleted = '', closed = ''] = keys
  await edit(await orderOf(edited), await sandbox.transaction())
  await sandbox.as(merchant, 'DELETE', `/rest/v1/order/${await orderOf(deleted)}`)
  await orderOf(closed)
  await sandbox.as(merchant, 'PUT', '/rest/v1/spot/1/close')
  for (const key of keys) assert.equal(await statusOf('transaction', key), 'deleted')
})

test("an order on an empty table opens it; orders of others' spots are forbidden", async () => {
  const body = { transaction_key: await sandbox.transaction() }
  const made = await sandbox.as(merchant, 'POST', '/rest/v1/spot/2/order', body)
  assert.equal((await sandbox.as(merchant, 'GET', '/rest/v1/spot/2')).at('status'), 'open')
  const path = `/rest/v1/order/${Number(made.at('id'))}`
  const jonas = await sandbox.guest('jonas')
  for (const [who, method, where, content] of [
    [otherMerchant, 'GET', path, undefined],
    [otherMerchant, 'DELETE', path, undefined],
    [otherMerchant, 'PUT', path, { transaction: { payments } }],
    [otherMerchant, 'POST', '/rest/v1/spot/1/order', { transaction: { payments } }],
    [jonas, 'GET', path, undefined],
    [jonas, 'DELETE', path, undefined],
    [ona, 'POST', '/rest/v1/spot/1/order', { transaction: { payments } }],
  ] as const) {
    assert.equal((await sandbox.as(who, method, where, content)).status, 403, `${method} ${where}`)
  }
  assert.equal((await sandbox.as(merchant, 'GET', '/rest/v1/order/999')).status, 404)
})
