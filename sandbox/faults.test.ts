import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { after, before, beforeEach, test } from 'node:test'
import {
  column,
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

const spot = '/rest/v1/spot/1'
const order = { transaction: { payments: [{ description: 'x', price: 1, currency: 'EUR' }] } }
const createOrder = () => sandbox.as(merchant, 'POST', `${spot}/order`, order)
const ordersMade = async () => column(await sandbox.did('state'), 'orders', 'id').length
const plan = (kind: string, more: object = {}) =>
  sandbox.did('faults', { match: { method: 'POST', path: '/order$' }, times: 1, kind, ...more })

const dropped = (call: Promise<Reply>) =>
  assert.rejects(call, (error) => error instanceof Error && 'code' in error)

/** Waits until the wallet has done as much, then makes sure that the caller still has no answer. */
async function silent(call: Promise<Reply>, made: number): Promise<void> {
  const answer = call.then(
    () => 'an answer',
    () => 'a drop',
  )
  while ((await sandbox.did('log')).at('0.fault') === undefined) continue
  while ((await ordersMade()) !== made) continue
  const silence = sleep(50, 'silence')
  assert.equal(await Promise.race([answer, silence]), 'silence')
}

for (const [kind, made] of [
  ['refuse', 0],
  ['reset_before', 0],
  ['reset_after', 1],
  ['truncated', 1],
] as const) {
  test(`${kind}: the connection drops, ${made} orders are made`, async () => {
    await plan(kind)
    await dropped(createOrder())
    assert.equal(await ordersMade(), made)
    assert.equal((await createOrder()).status, 200, 'the fault is used up')
  })
}

for (const [kind, made] of [
  ['timeout_before', 0],
  ['timeout_after', 1],
  ['slow', 1],
] as const) {
  test(`${kind}: the caller waits, ${made} orders are made`, async () => {
    await plan(kind)
    await silent(createOrder(), made)
    assert.equal((await createOrder()).status, 200, 'the fault is used up')
  })
}

test('status_before answers without doing, status_after does and loses the answer', async () => {
  await plan('status_before')
  const proxy = await createOrder()
  assert.equal(proxy.status, 502)
  assert.equal(proxy.json, undefined)
  assert.equal(await ordersMade(), 0)
  await plan('status_after', { status: 500 })
  assert.equal((await createOrder()).at('error'), 'internal_server_error')
  assert.equal(await ordersMade(), 1)
  await plan('status_before', { status: 429 })
  assert.equal((await createOrder()).at('error'), 'rate_limit_exceeded')
  await plan('status_before', { status: 401, body: { error: 'invalid_timestamp' } })
  assert.equal((await createOrder()).at('error'), 'invalid_timestamp')
})

test('late drops the caller at once and does the call when its time comes', async () => {
  await plan('late', { delayMs: 30_000 })
  await dropped(createOrder())
  assert.equal(await ordersMade(), 0)
  await sandbox.did('advance', { seconds: 31 })
  assert.equal(await ordersMade(), 1)
})

test('a late call that was not signed rightly is never done', async () => {
  await plan('late', { delayMs: 1000 })
  const wrong = { ...merchant, key: 'x' }
  await dropped(sandbox.as(wrong, 'POST', `${spot}/order`, order))
  await sandbox.did('advance', { seconds: 2 })
  assert.equal(await ordersMade(), 0)
})

test('twice does the call two times and sends the second answer', async () => {
  await plan('twice')
  assert.equal((await createOrder()).at('id'), 53)
  assert.equal(await ordersMade(), 2)
})

test('stale answers a read from before the last change, and only that read', async () => {
  await sandbox.did('scan', { guest: 'ona', code: 'PAYSERA*3:TABLE1' })
  await createOrder()
  await sandbox.did('faults', { match: { path: '^/rest/v1/spot' }, times: 2, kind: 'stale' })
  const list = '/rest/v1/spots?status=waiting'
  assert.equal((await sandbox.as(merchant, 'GET', spot)).at('status'), 'waiting')
  assert.equal((await sandbox.as(merchant, 'GET', list)).at('_metadata.total'), 1)
  assert.equal((await sandbox.as(merchant, 'GET', spot)).at('status'), 'open')
  assert.equal(await ordersMade(), 1)
})

test('a stale read changes nothing, not even where an ordinary one registers a spot', async () => {
  const code = 'PAYSERA*3:NEW'
  await sandbox.did('scan', { guest: 'ona', code })
  await sandbox.did('faults', { match: { method: 'GET' }, times: 1, kind: 'stale' })
  assert.equal((await sandbox.as(merchant, 'GET', `/rest/v1/spot?code=${code}`)).status, 200)
  const identifiers = column(await sandbox.did('state'), 'spots', 'identifier')
  assert.equal(identifiers.filter((identifier) => identifier === 'NEW').length, 1)
})

test('the log tells the status of an answer that came slowly', async () => {
  await plan('slow', { delayMs: 1 })
  assert.equal((await createOrder()).status, 200)
  assert.equal((await sandbox.did('log')).at('0.status'), 200)
})

test('garbage is applied and answers nonsense, or any text that one wants', async () => {
  await plan('garbage')
  const garbled = await createOrder()
  assert.equal(garbled.status, 200)
  assert.equal(garbled.json, undefined)
  await plan('garbage', { body: '<html>Sign in to the hotel</html>' })
  const portal = await createOrder()
  assert.equal(portal.headers['content-type'], 'text/html')
  assert.equal(await ordersMade(), 2)
})

test('slow sends everything, a byte at a time', async () => {
  await plan('slow', { delayMs: 1 })
  assert.equal((await createOrder()).at('status'), 'pending')
})

test('a fault matches by method and by path with or without its query, as often as it says', async () => {
  const match = { method: 'get', path: '^/rest/v1/spots\\?status=open' }
  await sandbox.did('faults', { match, times: 2, kind: 'status_before' })
  const ask = (query: string) => sandbox.as(merchant, 'GET', `/rest/v1/spots${query}`)
  assert.equal((await ask('?status=waiting')).status, 200)
  assert.equal((await ask('?status=open')).status, 502)
  assert.equal((await ask('?status=open')).status, 502)
  assert.equal((await ask('?status=open')).status, 200)
  await sandbox.did('faults', { match: { path: '^/rest/v1/spots$' }, kind: 'status_before' })
  assert.equal((await ask('?status=open')).status, 502)
})

test('the log tells what came, how it was answered and whether the signature held', async () => {
  await plan('reset_after')
  await dropped(createOrder())
  await sandbox.as({ ...merchant, key: 'x' }, 'GET', spot)
  const log = await sandbox.did('log')
  assert.partialDeepStrictEqual(log.json, [
    {
      method: 'POST',
      path: `${spot}/order`,
      status: null,
      signatureHeld: true,
      fault: 'reset_after',
    },
    { method: 'GET', path: spot, status: 401, signatureHeld: false, fault: null },
  ])
})

test('what is unknown or senseless in a fault is refused by name', async () => {
  for (const [body, name] of [
    [{ kind: 'explode' }, 'kind'],
    [{}, 'kind'],
    [{ kind: 'late', colour: 'red' }, 'colour'],
    [{ kind: 'late', match: { host: 'x' } }, 'host'],
    [{ kind: 'late', match: { path: '(' } }, 'path'],
    [{ kind: 'late', times: 0 }, 'times'],
    [{ kind: 'late', times: 'many' }, 'times'],
    [{ kind: 'late', delayMs: -1 }, 'delayMs'],
    [{ kind: 'garbage', status: 99 }, 'status'],
  ] as const) {
    const reply = await sandbox.control('faults', body)
    assert.equal(reply.status, 400)
    assert.match(String(reply.at('error_description')), new RegExp(name))
  }
  assert.equal((await createOrder()).status, 200)
})
