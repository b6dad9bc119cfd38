import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import {
  merchant,
  otherMerchant,
  column,
  sandboxForTests,
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
  ona = await sandbox.guest('ona')
})

const path = (key: string, verb = '') => `/rest/v1/transaction/${key}${verb}`
const confirm = (key: string, body?: unknown) =>
  sandbox.as(merchant, 'PUT', path(key, '/confirm'), body)
const revoke = (key: string) => sandbox.as(merchant, 'DELETE', path(key))
const reserve = (key: string) => sandbox.did('reserve', { guest: 'ona', transactionKey: key })
const list = (query: string) => sandbox.as(merchant, 'GET', `/rest/v1/transactions?${query}`)

test('a new transaction is answered with what was asked and what is assumed', async () => {
  const key = await sandbox.transaction({ callback_uri: 'https://shop.example/cb' })
  assert.match(key, /^[A-Za-z0-9]{20}$/)
  const { json } = await sandbox.as(merchant, 'GET', path(key))
  assert.partialDeepStrictEqual(json, {
    transaction_key: key,
    status: 'new',
    reserve: { for: 86_400 },
    use_allowance: true,
    auto_confirm: false,
    callback_uri: 'https://shop.example/cb',
    project_id: 1221,
    payments: [{ status: 'new', price: 450, price_decimal: '4.50', currency: 'EUR' }],
  })
})

test('ext says for which project and place, before the body does', async () => {
  const body = { payments: [{ description: 'x', price: 1, currency: 'EUR' }], location_id: 4 }
  const text = JSON.stringify(body)
  const own = await sandbox.as(merchant, 'POST', '/rest/v1/transaction', text)
  assert.equal(own.status, 403)
  const hash = encodeURIComponent(createHash('sha256').update(text).digest('base64'))
  const ext = (scope: string) => ({ ext: `body_hash=${hash}&${scope}` })
  const ask = (scope: string) =>
    sandbox.as(merchant, 'POST', '/rest/v1/transaction', text, ext(scope))
  assert.equal((await ask('location_id=3')).at('location_id'), 3)
  assert.equal((await ask('location_id=9')).status, 404)
  assert.equal((await ask('project_id=1222&location_id=4')).status, 403)
})

test('only reserved is confirmed, and only once', async () => {
  const key = await sandbox.transaction()
  assert.equal((await confirm(key)).at('error'), 'invalid_state')
  await reserve(key)
  assert.equal((await confirm(key)).at('status'), 'confirmed')
  assert.equal((await confirm(key)).status, 409)
  assert.equal((await revoke(key)).status, 409)
})

test('a confirm may come with nothing, an empty list or map, or with lowered prices', async () => {
  for (const body of [undefined, '[]', '{}']) {
    const key = await sandbox.transaction()
    await reserve(key)
    assert.equal((await confirm(key, body)).status, 200)
  }
  const key = await sandbox.transaction()
  const id = String((await reserve(key)).at('payments.0.id'))
  for (const body of [
    { [id]: { price: 451, currency: 'EUR' } },
    { [id]: { price: 400, currency: 'USD' } },
    { [id]: { price: 400 } },
    { [id]: { price: 0, currency: 'EUR' } },
    { [id]: { price: 400, price_decimal: '4.01', currency: 'EUR' } },
    { 1: { price: 400, currency: 'EUR' } },
    { [id]: 400 },
    [1],
  ]) {
    assert.equal((await confirm(key, body)).at('error'), 'invalid_parameters', JSON.stringify(body))
  }
  const confirmed = await confirm(key, { [id]: { price_decimal: '4.2', currency: 'EUR' } })
  assert.equal(confirmed.at('payments.0.price'), 420)
})

test('revoking deletes what is new and gives back what is reserved', async () => {
  const [fresh, held] = [await sandbox.transaction(), await sandbox.transaction()]
  assert.equal((await revoke(fresh)).at('status'), 'deleted')
  assert.equal((await revoke(fresh)).status, 409)
  await reserve(held)
  assert.equal((await revoke(held)).at('status'), 'revoked')
})

test('a guest pays once, in any of the documented variants; a merchant cannot pay', async () => {
  const wallet = Number((await sandbox.did('state')).at('guests.0.wallet'))
  for (const [method, verb, body] of [
    ['PUT', '/reserve/me', '[]'],
    ['PUT', `/reserve/${wallet}`, undefined],
    ['PUT', '/reserve/me', { pin: '1234' }],
    ['PUT', '/reserve', { code: '123' }],
    ['PUT', '/reserve', { reservation_code: '123' }],
    ['PUT', '/reserve', { wallet_id: wallet, pin_code: '1', inquiries: [], payment_prices: {} }],
    ['POST', '/reserve', { wallet_id: wallet, pin: '1' }],
    ['POST', '/reserve/me', undefined],
  ] as const) {
    const key = await sandbox.transaction()
    const paid = await sandbox.as(ona, method, path(key, verb), body)
    assert.equal(paid.at('status'), 'reserved', `${method} ${verb}`)
    assert.equal(paid.at('wallet'), wallet)
    assert.equal((await sandbox.as(ona, method, path(key, verb), body)).status, 409)
  }
  const key = await sandbox.transaction()
  assert.equal((await sandbox.as(merchant, 'PUT', path(key, '/reserve'))).status, 403)
  const stolen = await sandbox.as(ona, 'PUT', path(key, '/reserve/1'))
  assert.equal(stolen.at('error'), 'no_rights')
  assert.equal((await sandbox.as(ona, 'PUT', path(key, '/reserve'), { card: 1 })).status, 400)
})

test('auto_confirm takes the money at once', async () => {
  const key = await sandbox.transaction({ auto_confirm: true })
  assert.equal((await reserve(key)).at('status'), 'confirmed')
})

test('a reservation ends when its time is over, a forgotten new one after thirty days', async () => {
  const held = await sandbox.transaction({ reserve: { for: 600 } })
  const forgotten = await sandbox.transaction()
  await reserve(held)
  const statuses = async () => column(await sandbox.did('state'), 'transactions', 'status')
  await sandbox.did('advance', { seconds: 599 })
  assert.deepEqual(await statuses(), ['reserved', 'new'])
  await sandbox.did('advance', { seconds: 2 })
  assert.deepEqual(await statuses(), ['failed', 'new'])
  await sandbox.did('advance', { seconds: 30 * 86_400 })
  assert.deepEqual(await statuses(), ['failed', 'deleted'])
  assert.equal((await sandbox.control('expire', { transactionKey: forgotten })).status, 409)
})

test('what ended without money can be renewed under a completely new key', async () => {
  const key = await sandbox.transaction()
  const renew = () => sandbox.as(merchant, 'POST', `/rest/v1/transaction/renew/${key}`)
  assert.equal((await renew()).status, 409)
  await sandbox.did('reject', { guest: 'ona', transactionKey: key })
  const renewed = await renew()
  assert.equal(renewed.at('status'), 'new')
  assert.equal(renewed.at('payments.0.price'), 450)
  assert.notEqual(renewed.at('transaction_key'), key)
})

test('notify is for confirmed transactions', async () => {
  const key = await sandbox.transaction()
  const notify = () => sandbox.as(merchant, 'PUT', path(key, '/notify'))
  assert.equal((await notify()).status, 409)
  await reserve(key)
  await confirm(key)
  assert.equal((await notify()).at('status'), 'confirmed')
})

test('the list is newest first, filtered by status, time, place and wallet', async () => {
  const keys = [await sandbox.transaction(), await sandbox.transaction({ location_id: 3 })]
  const [first = '', second = ''] = keys
  await reserve(first)
  await sandbox.as(otherMerchant, 'POST', '/rest/v1/transaction', {
    payments: [{ description: 'x', price: 1, currency: 'EUR' }],
  })
  const both = await list('status=new,reserved')
  assert.equal(both.at('_metadata.total'), 2)
  assert.equal(both.at('transactions.0.transaction_key'), second)
  assert.equal((await list('status=reserved')).at('transactions.0.transaction_key'), first)
  assert.equal((await list('location_id=3')).at('_metadata.total'), 1)
  assert.equal((await list(`wallet=30001`)).at('_metadata.total'), 1)
  const at = Number(both.at('transactions.0.created_at'))
  assert.equal((await list(`from=${at - 5}&to=${at + 5}`)).at('_metadata.total'), 2)
  assert.equal((await list(`from=${at + 5}`)).at('_metadata.total'), 0)
  for (const query of [
    'status=paid',
    'limit=201',
    'from=yesterday',
    'order_by=id',
    'order_direction=asc',
  ]) {
    assert.equal((await list(query)).at('error'), 'invalid_parameters', query)
  }
  assert.equal((await sandbox.as(ona, 'GET', '/rest/v1/transactions')).status, 403)
})

test("another project's transaction is forbidden, an unknown one not found", async () => {
  const key = await sandbox.transaction()
  for (const [method, verb] of [
    ['GET', ''],
    ['DELETE', ''],
    ['PUT', '/confirm'],
  ] as const) {
    assert.equal((await sandbox.as(otherMerchant, method, path(key, verb))).status, 403)
    assert.equal((await sandbox.as(merchant, method, path('nothing', verb))).status, 404)
  }
  assert.equal((await sandbox.as(ona, 'DELETE', path(key))).status, 403)
  assert.equal((await sandbox.as(ona, 'GET', path(key))).status, 200)
})
