import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { column, merchant, sandboxForTests, type TestSandbox } from './testing/sandbox-fixture.ts'

let sandbox: TestSandbox
before(async () => {
  sandbox = await sandboxForTests()
})
after(() => sandbox.close())
beforeEach(async () => {
  await sandbox.did('reset', {})
  await sandbox.did('settings', { rateLimit: false })
})

const base = { description: 'Coffee', price: 450, currency: 'EUR' }
const line = { title: 'Flat white', price: 450 }
const create = (body: unknown, headers: Record<string, string> = {}) =>
  sandbox.as(merchant, 'POST', '/rest/v1/transaction', body, { headers })
const pay = (payment: object) => create({ payments: [payment] })

/** A transaction whose parameters are that deep, as text: so deep a thing cannot be written by `JSON.stringify`. */
function nested(depth: number): string {
  const parameters = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
  return JSON.stringify({ payments: [base] }).replace('}]', `,"parameters":${parameters}}]`)
}

test('an amount comes in cents, as a decimal text, or as both when they are equal', async () => {
  for (const [given, price, decimal] of [
    [{ price: 1290 }, 1290, '12.90'],
    [{ price_decimal: '12.9' }, 1290, '12.90'],
    [{ price_decimal: '10' }, 1000, '10.00'],
    [{ price_decimal: '0.05', price: 5 }, 5, '0.05'],
    [{ price: 99_999_999_999 }, 99_999_999_999, '999999999.99'],
  ] as const) {
    const { price: _, ...rest } = base
    const reply = await pay({ ...rest, ...given })
    assert.equal(reply.at('payments.0.price'), price, reply.text)
    assert.equal(reply.at('payments.0.price_decimal'), decimal)
  }
})

test('amounts that are none, or disagree, are refused', async () => {
  for (const given of [
    { price: 12.5 },
    { price: '450' },
    { price: -1 },
    { price: 0 },
    { price: 1e300 },
    { price: 100_000_000_000 },
    { price: true },
    { price: null },
    { price: undefined },
    { price: 450, price_decimal: '4.51' },
    { price: undefined, price_decimal: '4.505' },
    { price: undefined, price_decimal: '4,50' },
    { price: undefined, price_decimal: '1e3' },
    { price: undefined, price_decimal: 4.5 },
    { price: undefined, price_decimal: '-4.50' },
    { currency: 'EURO' },
    { currency: 'eur' },
    { currency: undefined },
    { description: undefined },
    { description: 7 },
    { description: ['a'] },
  ]) {
    const reply = await pay({ ...base, ...given })
    assert.equal(reply.status, 400, JSON.stringify(given))
    assert.equal(reply.at('error'), 'invalid_parameters')
  }
})

test('items add up to the price, exactly', async () => {
  const { description: _, ...bare } = base
  const ordered = await pay({
    ...bare,
    price: 1350,
    items: [line, { ...line, quantity: 2, total_price_decimal: '9.00' }],
  })
  assert.equal(ordered.at('payments.0.items.1.total_price'), 900)
  const { price: __, ...unpriced } = base
  const weighed = await pay({
    ...unpriced,
    items: [{ title: 'Cake', price: 199, quantity: 0.355 }],
  })
  assert.equal(weighed.at('payments.0.price'), 71)
  for (const payment of [
    { ...base, items: [{ ...line, quantity: 2 }] },
    { ...base, items: [{ ...line, price: undefined }] },
    { ...base, items: [{ ...line, title: undefined }] },
    { ...base, items: [{ ...line, quantity: 0 }] },
    { ...base, items: [{ ...line, quantity: -1 }] },
    { ...base, items: [{ ...line, quantity: 1e-7 }] },
    { ...base, items: [{ ...line, currency: 'USD' }] },
    { ...base, items: [{ ...line, colour: 'red' }] },
    { ...base, items: {} },
    { ...base, items: [7] },
    { ...unpriced, items: [{ ...line, price: 99_999_999_999, quantity: 3 }] },
  ]) {
    assert.equal((await pay(payment)).status, 400, JSON.stringify(payment))
  }
})

test('a reservation time is given in one way only, and within reason', async () => {
  const nowS = Math.floor(Date.now() / 1000)
  for (const [given, shown] of [
    [{ reserve: { for: 600 } }, { for: 600 }],
    [{ reserve: { until: nowS + 900 } }, { until: nowS + 900 }],
    [{ reserve_for: 2 }, { for: 7200 }],
    [{ reserve_until: nowS + 900 }, { until: nowS + 900 }],
  ]) {
    const reply = await create({ payments: [base], ...given })
    assert.deepEqual(reply.at('reserve'), shown)
  }
  for (const given of [
    { reserve: {} },
    { reserve: { for: 600, until: nowS + 900 } },
    { reserve: { for: 600 }, reserve_for: 2 },
    { reserve: { for: 0 } },
    { reserve: { for: -1 } },
    { reserve: { for: 1e12 } },
    { reserve: { until: nowS - 1 } },
    { reserve: 600 },
    { reserve: { for: '600' } },
  ]) {
    assert.equal((await create({ payments: [base], ...given })).status, 400, JSON.stringify(given))
  }
})

test('what is not a transaction is refused by name', async () => {
  for (const body of [
    '[]',
    '"x"',
    'null',
    '7',
    {},
    { payments: [] },
    { payments: {} },
    { payments: [12] },
    { payments: [base], auto_confirm: 'yes' },
    { payments: [base], callback_uri: 'ftp://x' },
    { payments: [base], callback_uri: 'not an address' },
    { payments: [base], callback_uri: true },
    { payments: [base], project_id: '1221' },
    { payments: [base], status: 'reserved' },
  ]) {
    const reply = await create(body)
    assert.equal(reply.at('error'), 'invalid_parameters', JSON.stringify(body))
  }
  const reply = await create({ payments: [{ ...base, colour: 'red' }] })
  assert.equal(reply.at('error_description'), 'Some keys in item are not available: colour')
  const missing = await create({})
  assert.deepEqual(missing.at('error_properties'), { payments: ['Key payments is required'] })
})

test('what is not JSON, not said to be JSON or too large is refused', async () => {
  assert.equal((await create('{"payments":[')).at('error'), 'invalid_request')
  const latin = Buffer.from('{"a":"\xe9"}', 'latin1')
  assert.equal((await create(latin)).at('error'), 'invalid_request')
  const body = { payments: [base] }
  const plain = await create(body, { 'Content-Type': 'text/plain' })
  assert.equal(plain.status, 406)
  assert.equal((await create(body, { Accept: 'text/html' })).at('error'), 'not_acceptable')
  assert.equal((await create(body, { Accept: 'application/json, */*' })).status, 200)
  assert.equal((await create('x'.repeat(1024 * 1024 + 1))).at('error'), 'invalid_request')
})

test('content that is nested deeper than the wallet reads is refused, and nothing is made', async () => {
  assert.equal((await create(nested(500))).status, 200)
  assert.equal((await create(nested(600))).at('error'), 'invalid_request')
  assert.equal((await create(nested(50_000))).at('error'), 'invalid_request')
  assert.equal(column(await sandbox.did('state'), 'transactions', 'status').length, 1)
})

test('ten thousand items are no trouble, and hostile text comes back as it went in', async () => {
  const items = Array.from({ length: 10_000 }, () => ({ title: 'x', price: 1 }))
  const many = await pay({ ...base, price: 10_000, items })
  assert.equal(many.status, 200)
  const description = '\u0000=1+1\u202e<img src=x onerror=alert(1)>\ud83d\ude00'
  assert.equal((await pay({ ...base, description })).at('payments.0.description'), description)
})
