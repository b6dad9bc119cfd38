import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WalletClient } from './client.ts'
import {
  clientOf,
  failureOf,
  type ReceivedRequest,
  saysHtml,
  says,
  signatureOf,
  startStubWallet,
} from './testing/stub-wallet.ts'

const spot = { id: 7, status: 'waiting' }
const order = { id: 52, transaction_key: 'abc', status: 'pending' }
const transaction = { transaction_key: 'abc', status: 'reserved', payments: [] }
const confirmed = { ...transaction, status: 'confirmed' }
const page = { limit: 20, offset: 40 }
const wrongParameter = says({ error: 'invalid_parameters' }, 400)

function lines(requests: ReceivedRequest[]): string[] {
  return requests.map(({ method, target, body }) =>
    [method, target.replace('/rest/v1', ''), body].join(' ').trim(),
  )
}

const newTransaction = {
  priceMinor: 1290,
  currency: 'EUR',
  description: 'T7: 2 × kava',
  reserveForSeconds: 86_400,
}

const calls: [string, (client: WalletClient) => Promise<unknown>, unknown, string][] = [
  ['getSpot', (client) => client.getSpot(7), spot, 'GET /spot/7'],
  ['closeSpot', (client) => client.closeSpot(7), spot, 'PUT /spot/7/close'],
  [
    'createOrder',
    (client) => client.createOrder(7, 'abc'),
    order,
    'POST /spot/7/order {"transaction_key":"abc"}',
  ],
  [
    'editOrder',
    (client) => client.editOrder(52, 'abc'),
    order,
    'PUT /order/52 {"transaction_key":"abc"}',
  ],
  ['deleteOrder', (client) => client.deleteOrder(52), order, 'DELETE /order/52'],
  ['getOrder', (client) => client.getOrder(52), order, 'GET /order/52'],
  [
    'listSpots',
    (client) => client.listSpots({ status: 'waiting', ...page, locationId: 3 }),
    { spots: [spot] },
    'GET /spots?status=waiting&limit=20&offset=40&location_id=3',
  ],
  [
    'createTransaction',
    (client) => client.createTransaction({ ...newTransaction, parameters: { spotboard: 'o1:1' } }),
    transaction,
    'POST /transaction {"payments":[{"description":"T7: 2 × kava","price":1290,"currency":"EUR",' +
      '"parameters":{"spotboard":"o1:1"}}],"reserve":{"for":86400}}',
  ],
  ['getTransaction', (client) => client.getTransaction('abc'), transaction, 'GET /transaction/abc'],
  [
    'listTransactions',
    (client) =>
      client.listTransactions({
        statuses: ['reserved', 'confirmed'],
        createdFromMs: 1_700_000_000_500,
        createdToMs: 1_700_000_100_500,
        ...page,
      }),
    { transactions: [transaction] },
    'GET /transactions?status=reserved%2Cconfirmed&from=1700000000&to=1700000101&limit=20&offset=40',
  ],
  [
    'confirmTransaction',
    (client) => client.confirmTransaction('abc'),
    confirmed,
    'PUT /transaction/abc/confirm',
  ],
  [
    'confirmTransaction at certain prices',
    (client) =>
      client.confirmTransaction('abc', [{ paymentId: 2987, priceMinor: 500, currency: 'EUR' }]),
    confirmed,
    'PUT /transaction/abc/confirm {"2987":{"price":500,"currency":"EUR"}}',
  ],
  [
    'revokeTransaction',
    (client) => client.revokeTransaction('abc'),
    transaction,
    'DELETE /transaction/abc',
  ],
  [
    'renewTransaction',
    (client) => client.renewTransaction('abc'),
    transaction,
    'POST /transaction/renew/abc',
  ],
  ['getClient', (client) => client.getClient(), { id: 9 }, 'GET /client'],
  ['listClientLocations', (client) => client.listClientLocations(), [], 'GET /client/locations'],
  [
    'listProjectLocations',
    (client) => client.listProjectLocations(1221),
    { locations: [] },
    'GET /project/1221/locations?limit=200',
  ],
  ['getServerTime', (client) => client.getServerTime(), { time: 1 }, 'GET /server'],
]

for (const [name, call, answer, sent] of calls) {
  test(`${name} sends what is documented`, async () => {
    await using wallet = await startStubWallet(says(answer))
    using caller = clientOf(wallet.url)
    await call(caller.client)
    assert.deepEqual(lines(wallet.received), [sent])
    const isSigned = wallet.received[0]?.headers.authorization?.startsWith('MAC id=') ?? false
    assert.equal(isSigned, name !== 'getServerTime')
  })
}

test('the callback key is asked for without a signature', async () => {
  const pem = '-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----'
  await using wallet = await startStubWallet((response) => response.end(pem))
  using caller = clientOf(wallet.url)
  assert.equal(await caller.client.getPublicKey(), pem)
  assert.equal(wallet.received[0]?.target, '/publickey')
  assert.equal(wallet.received[0]?.headers.authorization, undefined)
})

test('the location of a transaction is signed, not written into it', async () => {
  await using wallet = await startStubWallet(says(transaction))
  using caller = clientOf(wallet.url, { projectId: 1221 })
  const callbackUri = 'https://example.test/api/wallet/callback'
  await caller.client.createTransaction({ ...newTransaction, locationId: 3, callbackUri })
  const ext = signatureOf(wallet.received[0]).get('ext') ?? ''
  assert.match(ext, /^body_hash=[^&]+&project_id=1221&location_id=3$/)
  const body: unknown = JSON.parse(wallet.received[0]?.body ?? '')
  assert.deepEqual(body, {
    payments: [{ description: 'T7: 2 × kava', price: 1290, currency: 'EUR' }],
    reserve: { for: 86_400 },
    callback_uri: callbackUri,
  })
})

test('a wallet that wants "opened" is asked so, and the word is remembered', async () => {
  await using wallet = await startStubWallet(wrongParameter, says({ spots: [] }))
  using caller = clientOf(wallet.url)
  await caller.client.listSpots({ status: 'open', ...page })
  await caller.client.listSpots({ status: 'open', ...page })
  const words = wallet.received.map(({ target }) => /status=(\w+)/.exec(target)?.[1])
  assert.deepEqual(words, ['open', 'opened', 'opened'])
})

test('a wallet that refuses both words is not taken to know the second', async () => {
  await using wallet = await startStubWallet(wrongParameter)
  using caller = clientOf(wallet.url)
  await failureOf(caller.client.listSpots({ status: 'open', ...page }))
  await failureOf(caller.client.listSpots({ status: 'open', ...page }))
  const words = wallet.received.map(({ target }) => /status=(\w+)/.exec(target)?.[1])
  assert.deepEqual(words, ['open', 'opened', 'open', 'opened'])
})

test('a confirmation or revocation answered with nothing is followed by a reading', async () => {
  for (const nothing of [says({}), says([]), says(null, 204)]) {
    await using wallet = await startStubWallet(nothing, says(confirmed))
    using caller = clientOf(wallet.url)
    assert.equal((await caller.client.confirmTransaction('abc')).status, 'confirmed')
    assert.deepEqual(lines(wallet.received), [
      'PUT /transaction/abc/confirm',
      'GET /transaction/abc',
    ])
  }
  await using wallet = await startStubWallet(says({}), says({ ...transaction, status: 'revoked' }))
  using caller = clientOf(wallet.url)
  assert.equal((await caller.client.revokeTransaction('abc')).status, 'revoked')
})

test('when that reading fails, the outcome of the confirmation is unknown', async () => {
  await using wallet = await startStubWallet(says({}), says({ error: 'forbidden' }, 403))
  using caller = clientOf(wallet.url)
  const error = await failureOf(caller.client.confirmTransaction('abc'))
  assert.deepEqual([error.code, error.applied], ['unreadable', 'unknown'])
})

test('another transaction in the answer is not a confirmation', async () => {
  await using wallet = await startStubWallet(says({ ...confirmed, transaction_key: 'other' }))
  using caller = clientOf(wallet.url)
  const error = await failureOf(caller.client.confirmTransaction('abc'))
  assert.deepEqual([error.code, error.applied], ['unreadable', 'unknown'])
})

test('something unknown is logged once, however often it is said', async () => {
  await using wallet = await startStubWallet(says({ ...spot, status: 'burning', mood: 1 }))
  using caller = clientOf(wallet.url)
  for (let times = 0; times < 3; times += 1) {
    assert.equal((await caller.client.getSpot(7)).status, 'burning')
  }
  const event = 'wallet said something unknown'
  assert.deepEqual(caller.logged, [
    { event, what: 'status spot "burning"' },
    { event, what: 'field spot.mood' },
  ])
})

test('nonsense is refused before any call', async () => {
  await using wallet = await startStubWallet(saysHtml(200))
  using caller = clientOf(wallet.url)
  const { client } = caller
  const attempts: Promise<unknown>[] = [
    ...[0, -1, 1.5, Number.NaN, 2 ** 53].map((id) => client.closeSpot(id)),
    ...['', '../spot/1/close', 'a b', 'č', 'a'.repeat(129)].map((key) =>
      client.revokeTransaction(key),
    ),
    client.createOrder(7, 'a/b'),
    client.listSpots({ status: 'waiting', limit: 201, offset: 0 }),
    client.listSpots({ status: 'waiting', limit: 20, offset: -1 }),
    client.listSpots({ status: 'waiting', limit: 20, offset: 0, locationId: 0 }),
    client.createTransaction({ ...newTransaction, priceMinor: 12.9 }),
    client.createTransaction({ ...newTransaction, currency: 'euro' }),
    client.createTransaction({ ...newTransaction, description: '' }),
    client.createTransaction({ ...newTransaction, reserveForSeconds: 0 }),
  ]
  for (const end of await Promise.allSettled(attempts)) {
    assert.equal(end.status === 'rejected' && end.reason.name, 'Error')
  }
  assert.equal(wallet.received.length, 0)
})
