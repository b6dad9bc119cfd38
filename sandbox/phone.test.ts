import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import {
  column,
  exchange,
  merchant,
  sandboxForTests,
  type Reply,
  type TestSandbox,
} from './testing/sandbox-fixture.ts'

let sandbox: TestSandbox
before(async () => {
  sandbox = await sandboxForTests()
})
after(() => sandbox.close())
beforeEach(() => sandbox.did('reset', {}))

const json = { 'Content-Type': 'application/json' }
const get = (path: string) => exchange(sandbox.url, 'GET', path)
const act = (guest: string, verb: string, body: object = {}) =>
  post(`/__phone/guests/${encodeURIComponent(guest)}/${verb}`, body)

function post(path: string, body: object, headers: Record<string, string> = json): Promise<Reply> {
  return exchange(sandbox.url, 'POST', path, headers, JSON.stringify(body))
}

async function order(spotId: number, contents: object = {}): Promise<string> {
  const key = await sandbox.transaction(contents)
  const body = { transaction_key: key }
  const reply = await sandbox.as(merchant, 'POST', `/rest/v1/spot/${spotId}/order`, body)
  assert.equal(reply.status, 200)
  return key
}

test('the tables of the café, with their codes and who is there', async () => {
  await act('ona', 'scan', { code: 'PAYSERA*3:TABLE1' })
  const { json: tables } = await get('/__phone/tables')
  assert.partialDeepStrictEqual(tables, {
    location: { id: 3, title: 'Cool caffe' },
    tables: [
      { id: 1, identifier: 'TABLE1', code: 'PAYSERA*3:TABLE1', status: 'waiting', guests: ['ona'] },
      { id: 2, status: 'closed', guests: [] },
    ],
  })
})

test('a guest scans, sees what to pay, pays, and sees what the café closed', async () => {
  const seated = await act('ona', 'scan', { code: 'PAYSERA*3:TABLE1' })
  assert.deepEqual(seated.json, {
    guest: 'ona',
    spot: {
      id: 1,
      identifier: 'TABLE1',
      status: 'waiting',
      title: 'Cool caffe',
      orders: [],
      closedOrders: [],
    },
  })
  const items = [{ title: 'Flat white', price: 450, quantity: 2 }]
  const key = await order(1, { payments: [{ description: 'T1', currency: 'EUR', items }] })
  const dropped = await order(1)
  await sandbox.as(merchant, 'DELETE', '/rest/v1/order/53')
  const paid = await act('ona', 'pay', { transactionKey: key })
  assert.deepEqual(paid.at('spot.orders'), [
    {
      id: 52,
      status: 'reserved',
      transactionKey: key,
      transactionStatus: 'reserved',
      description: 'T1',
      priceMinor: 900,
      currency: 'EUR',
      items: [{ title: 'Flat white', quantity: 2, totalMinor: 900 }],
    },
  ])
  assert.equal(paid.at('spot.closedOrders.0.transactionKey'), dropped)
})

test('the last visit stays on the phone, with how it ended and what became of its orders', async () => {
  await act('ona', 'scan', { code: 'PAYSERA*3:TABLE1' })
  const key = await order(1)
  const moved = await act('ona', 'scan', { code: 'PAYSERA*3:TABLE2' })
  assert.equal(moved.at('spot.identifier'), 'TABLE2')
  assert.partialDeepStrictEqual(moved.at('lastVisit'), {
    identifier: 'TABLE1',
    reason: 'moved',
    orders: [{ transactionKey: key, status: 'closed', transactionStatus: 'new' }],
  })
  const left = await act('ona', 'leave')
  assert.equal(left.at('spot'), null)
  assert.equal(left.at('lastVisit.reason'), 'left')
  await act('ona', 'scan', { code: 'PAYSERA*3:TABLE3' })
  await sandbox.as(merchant, 'PUT', '/rest/v1/spot/3/close')
  const ended = await get('/__phone/guests/ona')
  assert.equal(ended.at('spot'), null)
  assert.equal(ended.at('lastVisit.reason'), 'closed_by_merchant')
})

test('refusing closes the order; what is not possible says so', async () => {
  await act('ona', 'scan', { code: 'PAYSERA*3:TABLE1' })
  const key = await order(1)
  const refused = await act('ona', 'refuse', { transactionKey: key })
  assert.equal(refused.at('spot.closedOrders.0.transactionStatus'), 'rejected')
  for (const [verb, body, status] of [
    ['pay', { transactionKey: key }, 409],
    ['pay', { transactionKey: 'nothing' }, 404],
    ['pay', {}, 400],
    ['pay', { transactionKey: key, tip: 5 }, 400],
    ['scan', { code: 'nonsense' }, 404],
    ['scan', { code: 7 }, 400],
    ['dance', {}, 404],
  ] as const) {
    const reply = await act('ona', verb, body)
    assert.equal(reply.status, status, verb)
    assert.equal(typeof reply.at('error_description'), 'string')
  }
})

test('the app cannot show a transaction of several payments', async () => {
  const payment = { description: 'x', price: 1, currency: 'EUR' }
  const transactionKey = await sandbox.transaction({ payments: [payment, payment] })
  assert.equal((await act('ona', 'pay', { transactionKey })).at('error'), 'invalid_state')
})

test('a guest scans the code of a payment, at a counter say, and pays it without a table', async () => {
  const key = await sandbox.transaction()
  for (const code of [`PAYSERA%${key}`, `https://paysera.com/app?qr=PAYSERA%25${key}`]) {
    const scanned = await act('ona', 'scan', { code })
    assert.equal(scanned.at('spot'), null)
    assert.deepEqual(scanned.at('payments.0.transactionKey'), key)
    assert.equal(scanned.at('payments.1'), undefined)
  }
  const paid = await act('ona', 'pay', { transactionKey: key })
  assert.equal(paid.at('payments.0.transactionStatus'), 'reserved')
  await sandbox.as(merchant, 'PUT', `/rest/v1/transaction/${key}/confirm`)

  const next = await sandbox.transaction()
  await act('ona', 'scan', { code: 'PAYSERA*3:TABLE1' })
  const beside = await act('ona', 'scan', { code: `PAYSERA%${next}` })
  assert.equal(beside.at('spot.identifier'), 'TABLE1', 'a payment checks nobody out')
  assert.equal(beside.at('payments.0.transactionKey'), next, 'what is paid makes room')
  assert.equal((await act('ona', 'scan', { code: 'PAYSERA%nothing' })).status, 404)
  const payment = { description: 'x', price: 1, currency: 'EUR' }
  const several = await sandbox.transaction({ payments: [payment, payment] })
  assert.equal(
    (await act('ona', 'scan', { code: `PAYSERA%${several}` })).at('error'),
    'invalid_state',
  )
})

test('looking at a guest makes nobody; names may be anything that fits', async () => {
  assert.deepEqual((await get('/__phone/guests/nobody')).json, { guest: 'nobody', spot: null })
  assert.ok(!column(await sandbox.did('state'), 'guests', 'name').includes('nobody'))
  const seated = await act('../<i>é', 'scan', { code: 'PAYSERA*3:TABLE1' })
  assert.equal(seated.at('guest'), '../<i>é')
  for (const name of ['', '%ff', 'x'.repeat(101)]) {
    assert.equal((await get(`/__phone/guests/${name}`)).status, 400)
  }
})

test("the phone's door is closed to other sites, as the control door is", async () => {
  for (const headers of [
    { ...json, Origin: 'https://evil.example' },
    { ...json, Host: 'evil.example' },
  ]) {
    const reply = await post('/__phone/guests/ona/scan', { code: 'PAYSERA*3:TABLE1' }, headers)
    assert.equal(reply.status, 403)
  }
  const text = { 'Content-Type': 'text/plain' }
  assert.equal((await post('/__phone/guests/ona/leave', {}, text)).status, 415)
  assert.equal((await get('/__phone/guests/ona/leave')).status, 405)
  assert.equal((await post('/__phone/tables', {})).status, 405)
})

test('simulated guests belong to the demo', async () => {
  const { json: simulation } = await get('/__phone/simulation')
  assert.deepEqual(simulation, { running: false, available: false })
  assert.equal((await post('/__phone/simulation', { running: true })).status, 409)
  const demo = await sandboxForTests({ demo: true })
  const body = JSON.stringify({ running: false })
  const off = await exchange(demo.url, 'POST', '/__phone/simulation', json, body)
  assert.deepEqual(off.json, { running: false, available: true })
  await demo.did('reset', {})
  const on = await exchange(demo.url, 'GET', '/__phone/simulation')
  assert.equal(on.at('running'), true)
  await demo.close()
})

test('the page is served with its types and a strict policy, and nothing beside it', async () => {
  const page = await get('/')
  assert.equal(page.status, 200)
  assert.match(String(page.headers['content-type']), /^text\/html/)
  assert.match(String(page.headers['content-security-policy']), /default-src 'self'/)
  assert.equal(page.headers['x-content-type-options'], 'nosniff')
  assert.match(String((await get('/phone.js')).headers['content-type']), /^text\/javascript/)
  assert.match(String((await get('/phone.css')).headers['content-type']), /^text\/css/)
  assert.equal((await get('/missing.js')).status, 404)
  for (const path of ['/../server.ts', '/phone.test.ts', '/%2e%2e/main.ts', '/phone/phone.js']) {
    assert.equal((await get(path)).status, 401, path)
  }
})
