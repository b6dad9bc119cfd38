import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import {
  column,
  exchange,
  merchant,
  sandboxForTests,
  type TestSandbox,
} from './testing/sandbox-fixture.ts'

let sandbox: TestSandbox
before(async () => {
  sandbox = await sandboxForTests()
})
after(() => sandbox.close())
beforeEach(() => sandbox.did('reset', {}))

const json = { 'Content-Type': 'application/json' }
const post = (headers: Record<string, string>, body = '{}') =>
  exchange(sandbox.url, 'POST', '/__control/reset', headers, body)

async function keyAfter(seed: unknown): Promise<string> {
  await sandbox.did('reset', { seed })
  return sandbox.transaction()
}

test('the seed: a café with 22 closed tables, a second merchant, guests with tokens of their own', async () => {
  const state = await sandbox.did('state')
  assert.deepEqual(column(state, 'clients', 'id')[0], merchant.id)
  const identifiers = column(state, 'spots', 'identifier')
  assert.deepEqual(
    [identifiers[0], identifiers[12], identifiers.at(-1)],
    ['TABLE1', 'BAR1', 'PUMP1'],
  )
  assert.deepEqual(new Set(column(state, 'spots', 'status')), new Set(['closed']))
  assert.equal(new Set(column(state, 'guests', 'access_token')).size, 5)
  assert.deepEqual(state.at('checkIns'), [])
  assert.deepEqual(state.at('calls'), {})
})

test('reset takes everything back, settings, faults, log and counts included', async () => {
  await sandbox.did('settings', { openWord: 'opened', clockSkewS: 99 })
  await sandbox.did('faults', { kind: 'status_before', times: 9 })
  await sandbox.did('scan', { guest: 'zigmas', code: 'PAYSERA*3:NEW' })
  await sandbox.as(merchant, 'GET', '/rest/v1/client')
  await sandbox.did('reset', {})
  const state = await sandbox.did('state')
  assert.equal(state.at('settings.openWord'), 'open')
  assert.equal(state.at('settings.clockSkewS'), 0)
  assert.equal(column(state, 'spots', 'id').length, 23)
  assert.ok(!column(state, 'guests', 'name').includes('zigmas'))
  assert.deepEqual((await sandbox.did('log')).json, [])
  assert.equal((await sandbox.as(merchant, 'GET', '/rest/v1/client')).status, 200)
})

test('the same seed makes the same keys again', async () => {
  assert.equal(await keyAfter(7), await keyAfter(7))
  assert.notEqual(await keyAfter(7), await keyAfter('seven'))
})

test('state counts calls by method and path template', async () => {
  await sandbox.as(merchant, 'GET', '/rest/v1/spot/1')
  await sandbox.as(merchant, 'GET', '/rest/v1/spot/2?fields=*')
  await sandbox.as(merchant, 'GET', '/rest/v1/cake')
  const calls = (await sandbox.did('state')).at('calls')
  assert.deepEqual(calls, { 'GET /rest/v1/spot/:id': 2, 'GET (unknown)': 1 })
})

test('settings answers what is in force, and refuses what it does not know, by name', async () => {
  const changed = await sandbox.did('settings', { latencyMs: 1, duplicateKey: 'refuse' })
  assert.partialDeepStrictEqual(changed.json, { openWord: 'open', latencyMs: 1 })
  assert.deepEqual((await sandbox.did('settings')).json, changed.json)
  for (const [body, name] of [
    [{ colour: 'red' }, 'colour'],
    [{ openWord: 'closed' }, 'openWord'],
    [{ rateLimit: 'yes' }, 'rateLimit'],
    [{ latencyMs: -1 }, 'latencyMs'],
    [{ clockSkewS: 1.5 }, 'clockSkewS'],
    [{ signatures: false }, 'signatures'],
  ] as const) {
    const reply = await sandbox.control('settings', { openWord: 'opened', ...body })
    assert.equal(reply.status, 400)
    assert.match(String(reply.at('error_description')), new RegExp(name))
  }
  assert.deepEqual((await sandbox.did('settings')).json, changed.json)
})

test('guests come into being when they are first named, whatever the name', async () => {
  const names = ['__proto__', 'constructor', 'Žydrūnė', '<b>']
  for (const [index, guest] of names.entries()) {
    const seated = await sandbox.did('scan', { guest, code: `PAYSERA*3:TABLE${index + 1}` })
    assert.equal(seated.at('status'), 'waiting')
    const own = await sandbox.guest(guest)
    const seen = await sandbox.as(own, 'GET', `/rest/v1/spot/${index + 1}`)
    assert.equal(seen.at('identifier'), `TABLE${index + 1}`)
  }
  assert.deepEqual(column(await sandbox.did('state'), 'checkIns', 'guest'), names)
  for (const guest of names) await sandbox.did('leave', { guest })
  const nowhere = { guest: 'nobody', code: 'nonsense' }
  assert.equal((await sandbox.control('scan', nowhere)).status, 404)
  const state = await sandbox.did('state')
  assert.deepEqual(state.at('checkIns'), [])
  assert.ok(!column(state, 'guests', 'name').includes('nobody'), 'a failed act leaves nothing')
})

test('a guest pays any payable key, on an order or not; states that cannot be are 409', async () => {
  const key = await sandbox.transaction()
  const paid = await sandbox.did('reserve', { guest: 'somebody', transactionKey: key })
  assert.equal(paid.at('status'), 'reserved')
  const body = { guest: 'somebody', transactionKey: key }
  assert.equal((await sandbox.control('reject', body)).at('error'), 'invalid_state')
  assert.equal((await sandbox.did('expire', { transactionKey: key })).at('status'), 'failed')
  const unknown = { guest: 'x', transactionKey: 'nothing' }
  assert.equal((await sandbox.control('reserve', unknown)).status, 404)
})

test('force makes states and amounts that no call can, unknown words included', async () => {
  const transactionKey = await sandbox.transaction()
  const body = { transactionKey, status: 'melting', priceMinor: 1, currency: 'USD' }
  const forced = await sandbox.did('force', body)
  assert.partialDeepStrictEqual(forced.json, {
    status: 'melting',
    payments: [{ price: 1, currency: 'USD' }],
  })
})

test('a page of another site, another name or another content cannot drive it', async () => {
  const port = new URL(sandbox.url).port
  for (const [headers, status] of [
    [{ ...json, Host: `evil.example:${port}` }, 403],
    [{ ...json, Host: '127.0.0.1.evil.example' }, 403],
    [{ ...json, Origin: 'https://evil.example' }, 403],
    [{ ...json, Origin: 'null' }, 403],
    [{ ...json, Origin: `http://127.0.0.1:${Number(port) + 1}` }, 403],
    [{ 'Content-Type': 'text/plain' }, 415],
    [{}, 415],
    [{ ...json, Origin: sandbox.url }, 200],
    [{ ...json, Host: `localhost:${port}` }, 200],
    [{ ...json, Host: `[::1]:${port}` }, 200],
  ] as const) {
    assert.equal((await post(headers)).status, status, JSON.stringify(headers))
  }
})

test('what is not there, or asked for wrongly, is refused', async () => {
  assert.equal((await post(json, '{')).status, 400)
  assert.equal((await post(json, '[]')).status, 400)
  assert.equal((await sandbox.control('explode', {})).status, 404)
  assert.equal((await sandbox.control('toString', {})).status, 404)
  assert.equal((await sandbox.control('scan')).status, 405)
  assert.equal((await sandbox.control('state', {})).status, 405)
  assert.equal((await sandbox.control('scan', { code: 'PAYSERA*3:TABLE1' })).status, 400)
  assert.equal((await sandbox.control('scan', { guest: 'ona', code: 7 })).status, 400)
  assert.equal((await sandbox.control('advance', { seconds: -1 })).status, 400)
  assert.equal((await sandbox.control('reset', { scene: 'crime' })).status, 400)
})
