import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Answer, jsonOf, lacksStatus, readPage } from './answer.ts'
import { readClient, readLocation, readPublicKey, readServerTimeMs } from './merchant-schemas.ts'
import { readOrder, readSpot } from './spot-schemas.ts'
import { readTransaction } from './transaction-schemas.ts'

function answer(text: string, contentType = 'application/json;charset=utf-8'): Answer {
  return { status: 200, correlationId: undefined, contentType, body: Buffer.from(text) }
}

/** Reads a value as it would come off the wire, and collects what was reported as unknown. */
function reading<T>(read: (json: unknown, notice: (what: string) => void) => T, value: unknown) {
  const noticed: string[] = []
  const json = jsonOf(answer(JSON.stringify(value)))
  return { value: read(json, (what) => noticed.push(what)), noticed }
}

const documentedSpot = {
  id: 1,
  status: 'open',
  identifier: 'table1',
  place_info: { title: 'Cool caffe', description: 'Coffee', address: 'address' },
  orders: [{ id: 52, transaction_key: 'Pu5CPePCkm3TJPlkctcshzkIlxeLU3WR', status: 'pending' }],
}

const transaction = {
  transaction_key: 'k8Jd0001',
  created_at: 1700000000,
  status: 'new',
  valid_for_payment_card_debit: false,
  reserve: { for: 86400 },
  project_id: 1221,
  location_id: 3,
  payments: [
    {
      id: 2988,
      transaction_key: 'k8Jd0001',
      status: 'new',
      price: 1299,
      price_decimal: '12.99',
      currency: 'EUR',
      description: 'Table 1',
      parameters: { orderid: 1234 },
    },
  ],
}

test('the documented spot is read, and nothing about it is unknown', () => {
  assert.deepEqual(reading(readSpot, documentedSpot), {
    value: {
      id: 1,
      status: 'open',
      identifier: 'table1',
      placeInfo: { title: 'Cool caffe', description: 'Coffee', address: 'address' },
      orders: [{ id: 52, transactionKey: 'Pu5CPePCkm3TJPlkctcshzkIlxeLU3WR', status: 'pending' }],
    },
    noticed: [],
  })
})

test('open and opened are one status', () => {
  const opened = reading(readSpot, { ...documentedSpot, status: 'opened' })
  assert.deepEqual(opened, reading(readSpot, documentedSpot))
})

test('null and absent are one, however deep', () => {
  const nulls = { id: 1, status: 'waiting', identifier: null, place_info: null, orders: null }
  assert.deepEqual(reading(readSpot, nulls).value, { id: 1, status: 'waiting' })
  const place_info = { title: null, location_id: null }
  const inside = reading(readSpot, { id: 1, status: 'waiting', place_info })
  assert.deepEqual(inside.value, { id: 1, status: 'waiting', placeInfo: {} })
})

test('unknown words and fields survive and are reported', () => {
  const spot = reading(readSpot, { id: 1, status: 'burning', mood: { is: 'good' } })
  assert.deepEqual(spot.value, { id: 1, status: 'burning', otherFields: { mood: { is: 'good' } } })
  assert.deepEqual(spot.noticed, ['status spot "burning"', 'field spot.mood'])
  const order = reading(readOrder, { id: 5, transaction_key: 'a1', status: 'odd', user_id: '7' })
  assert.deepEqual(order.value.otherFields, { user_id: '7' })
  assert.deepEqual(order.noticed, ['status order "odd"'])
})

test('the documented transaction is read, and nothing about it is unknown', () => {
  assert.deepEqual(reading(readTransaction, transaction), {
    value: {
      key: 'k8Jd0001',
      status: 'new',
      createdAtMs: 1700000000000,
      reserve: { forSeconds: 86400 },
      projectId: 1221,
      locationId: 3,
      payments: [
        {
          id: 2988,
          status: 'new',
          priceMinor: 1299,
          currency: 'EUR',
          description: 'Table 1',
          parameters: { orderid: 1234 },
          otherFields: { transaction_key: 'k8Jd0001' },
        },
      ],
      otherFields: { valid_for_payment_card_debit: false },
    },
    noticed: [],
  })
})

for (const [name, stated, expected] of [
  ['contradict', { price: 1299, price_decimal: '1.30' }, { price: 1299, priceDecimal: '1.30' }],
  ['are too fine', { price_decimal: '1.305' }, { priceDecimal: '1.305' }],
] as const) {
  test(`prices that ${name} give no amount to compare, but can be shown`, () => {
    const payments = [{ id: 1, currency: 'EUR', ...stated }]
    const [payment] = reading(readTransaction, { ...transaction, payments }).value.payments
    assert.equal(payment?.priceMinor, undefined)
    assert.deepEqual(payment?.unclearPrice, expected)
  })
}

test('an empty map as PHP writes it is a map', () => {
  const payments = [{ id: 1, parameters: [] }]
  const { value } = reading(readTransaction, { ...transaction, payments })
  assert.deepEqual(value.payments, [{ id: 1, parameters: {} }])
})

for (const [name, change] of [
  ['a fraction of a cent', { price: 12.5 }],
  ['a price in words', { price: '1299' }],
  ['a negative price', { price: -1 }],
  ['a decimal with a comma', { price_decimal: '12,99' }],
  ['a decimal with an exponent', { price_decimal: '1e3' }],
  ['a price beyond exact integers', { price: 2 ** 60 }],
] as const) {
  test(`${name} is unreadable`, () => {
    const payments = [{ id: 1, currency: 'EUR', ...change }]
    assert.throws(() => reading(readTransaction, { ...transaction, payments }), /payments\[0\]/)
  })
}

for (const [name, value] of [
  ['no id', { status: 'waiting' }],
  ['an id of 0', { id: 0, status: 'waiting' }],
  ['an id in words', { id: '1', status: 'waiting' }],
  ['no status', { id: 1 }],
  ['a numeric identifier', { id: 1, status: 'waiting', identifier: 7 }],
  ['a list instead', []],
  ['nothing', null],
] as const) {
  test(`a spot with ${name} is unreadable`, () => {
    assert.throws(() => reading(readSpot, value))
  })
}

test('a decoration of the wrong type spoils nothing', () => {
  const place_info = { title: ['a'], logo_uri: 5, location_id: 3 }
  const { value } = reading(readSpot, { id: 1, status: 'waiting', place_info })
  assert.deepEqual(value.placeInfo, { locationId: 3 })
})

test('what is wrong is said without what stood there', () => {
  const secretive = { id: 'secret-canary', status: 'waiting' }
  assert.throws(
    () => reading(readSpot, secretive),
    ({ message }: Error) => message.includes('id') && !message.includes('secret-canary'),
  )
})

const readItems = (json: unknown) => readPage(json, 'locations', (item) => item)

test('a page may be bare, and its metadata incomplete', () => {
  assert.deepEqual(readItems([1, 2]), { items: [1, 2] })
  assert.deepEqual(readItems({ locations: [] }), { items: [] })
  const metadata = { total: 7, offset: 'x', limit: 3, has_next: true, cursors: {} }
  assert.deepEqual(readItems({ locations: [1], _metadata: metadata }), {
    items: [1],
    total: 7,
    limit: 3,
    hasNext: true,
  })
  assert.deepEqual(readItems({ locations: [], _metadata: [] }), { items: [] })
  assert.throws(() => readItems({}), 'a missing list is not an empty one')
  assert.throws(() => readItems({ locations: {} }))
})

test('locations, client, clock and key are read', () => {
  const spots = [{ id: 5, status: 'opened', identifier: 'T1', place_info: null }]
  const location = { id: 3, title: 'Cool caffe', status: 'closing', lat: '54.1', spots, rating: 5 }
  assert.deepEqual(reading(readLocation, location), {
    value: {
      id: 3,
      title: 'Cool caffe',
      status: 'closing',
      spots: [{ id: 5, status: 'open', identifier: 'T1' }],
      otherFields: { lat: '54.1', rating: 5 },
    },
    noticed: ['status location "closing"', 'field location.rating'],
  })
  const client = {
    id: 9,
    type: 'application',
    permissions: null,
    project: { id: 1221, title: 'x' },
  }
  assert.deepEqual(reading(readClient, client).value, {
    id: 9,
    type: 'application',
    permissions: [],
    project: { id: 1221, title: 'x' },
  })
  assert.equal(readServerTimeMs({ time: 1700000000 }), 1700000000000)
  assert.throws(() => readServerTimeMs({ time: 'noon' }))
  const pem = '-----BEGIN PUBLIC KEY-----\nMIIBIjAN+/==\n-----END PUBLIC KEY-----'
  assert.equal(readPublicKey(answer(`${pem}\n`, 'text/plain')), pem)
  assert.throws(() => readPublicKey(answer('<html>', 'text/html')))
})

for (const [name, text, contentType] of [
  ['HTML', '<html>', 'text/html'],
  ['JSON that calls itself HTML', '{}', 'text/html'],
  ['broken JSON', '{"a":', 'application/json'],
  ['no text', '', 'application/json'],
  ['bottomless nesting', '['.repeat(500_000) + ']'.repeat(500_000), 'application/json'],
] as const) {
  test(`${name} is not JSON`, () => {
    assert.throws(() => jsonOf(answer(text, contentType)), Error)
  })
}

test('bytes that are no UTF-8 are refused', () => {
  const body = Buffer.from([0x22, 0xff, 0x22])
  assert.throws(() => jsonOf({ ...answer(''), body }), /UTF-8/)
})

test('an answer lacks a status when it is empty or about nothing', () => {
  for (const text of ['', '{}', '[]', 'null', '{"ok":true}', '{"status":null}']) {
    assert.ok(lacksStatus(answer(text)), text)
  }
  assert.equal(lacksStatus(answer('{"status":"confirmed"}')), false)
  assert.equal(lacksStatus(answer('"confirmed"')), false)
})
