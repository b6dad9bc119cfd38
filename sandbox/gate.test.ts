import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import {
  authorization,
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

const client = '/rest/v1/client'
const nowS = () => Math.floor(Date.now() / 1000)
const hashOf = (text: string) =>
  `body_hash=${encodeURIComponent(createHash('sha256').update(text).digest('base64'))}`
const askAt = (ts: number) => sandbox.as(merchant, 'GET', client, undefined, { ts })

function assertRefused(reply: Reply, status: number, error: string, description?: string): void {
  assert.equal(reply.status, status, reply.text)
  assert.equal(reply.at('error'), error)
  if (description !== undefined) assert.equal(reply.at('error_description'), description)
}

test('a call without a signature, or with a header that does not parse, is 401', async () => {
  const authority = { host: 'wallet.paysera.com', port: '443' }
  const good = authorization(merchant, 'GET', client, '', authority)
  const headers = [
    '',
    'Basic d2tWZDkzaDJ1Uzp4',
    'MAC',
    good.replace('MAC ', 'MAC  '),
    good.replaceAll('"', "'"),
    good.replaceAll(', ', ' '),
    good.replace('id=', 'id ='),
    good.replace(/ts="[^"]*", /, ''),
    `${good}, nonce="again"`,
    `${good}, colour="red"`,
    `${good},`,
  ]
  for (const header of headers) {
    const reply = await exchange(sandbox.url, 'GET', client, { Authorization: header })
    assertRefused(reply, 401, 'unauthorized')
  }
  const reply = await exchange(sandbox.url, 'GET', client, { Authorization: good })
  assert.equal(reply.status, 200)
})

test('a nonce may hold commas, equals signs, spaces and apostrophes', async () => {
  const nonce = `a, ext=x 'b'=c,mac=~!#[]{}`
  assert.equal((await sandbox.as(merchant, 'GET', client, undefined, { nonce })).status, 200)
})

test('the signature may name the address, its host on 443 or the canonical host, and no other', async () => {
  const own = new URL(sandbox.url).port
  const authorities = [
    { host: '127.0.0.1', port: own, status: 200 },
    { host: '127.0.0.1', port: '443', status: 200 },
    { host: 'wallet.paysera.com', port: '443', status: 200 },
    { host: 'wallet.paysera.com', port: own, status: 401 },
    { host: 'example.com', port: '443', status: 401 },
    { host: '127.0.0.1', port: '80', status: 401 },
  ]
  for (const { status, ...authority } of authorities) {
    const reply = await sandbox.as(merchant, 'GET', client, undefined, authority)
    assert.equal(reply.status, status, JSON.stringify(authority))
  }
})

test('ext may be reordered, begin with an ampersand and leave slashes as they are', async () => {
  const body = JSON.stringify({ payments: [{ description: 'x', price: 1, currency: 'EUR' }] })
  const hash = createHash('sha256').update(body).digest('base64')
  const escaped = encodeURIComponent(hash)
  const swift = hash.replaceAll('+', '%2B').replaceAll('=', '%3D')
  for (const ext of [
    `location_id=3&body_hash=${escaped}&project_id=1221`,
    `&project_id=1221&body_hash=${escaped}`,
    `body_hash=${swift}`,
  ]) {
    const reply = await sandbox.as(merchant, 'POST', '/rest/v1/transaction', body, { ext })
    assert.equal(reply.status, 200, ext)
  }
  assert.equal((await sandbox.as(merchant, 'GET', client, undefined, { ext: '' })).status, 200)
})

test('a body has to be vouched for, exactly once and to the byte', async () => {
  const body = '{"payments":[]}'
  for (const ext of [
    'project_id=1221',
    hashOf('{"payments": []}'),
    `${hashOf(body)}&${hashOf(body)}`,
  ]) {
    const reply = await sandbox.as(merchant, 'POST', '/rest/v1/transaction', body, { ext })
    assertRefused(reply, 401, 'unauthorized')
  }
  const forged = await sandbox.as(merchant, 'GET', client, undefined, { ext: hashOf('x') })
  assertRefused(forged, 401, 'unauthorized')
})

test('timestamps hold for 300 seconds either way, and the refusals say which way', async () => {
  assert.equal((await askAt(nowS() - 295)).status, 200)
  assert.equal((await askAt(nowS() + 295)).status, 200)
  assertRefused(await askAt(nowS() - 305), 401, 'invalid_timestamp', 'Timestamp lifetime exceeded')
  assertRefused(await askAt(nowS() + 305), 401, 'invalid_timestamp', 'Timestamp is in future')
})

test('a skewed clock is told by /server, which needs no signature, and by it one can sign', async () => {
  await sandbox.did('settings', { clockSkewS: -9000 })
  assertRefused(await sandbox.as(merchant, 'GET', client), 401, 'invalid_timestamp')
  const server = await exchange(sandbox.url, 'GET', '/rest/v1/server')
  const ts = Number(server.at('time'))
  assert.ok(Math.abs(ts - (nowS() - 9000)) <= 1)
  assert.equal((await askAt(ts)).status, 200)
})

test('a nonce works once for its timestamp; a refused request does not use it up', async () => {
  const signing = { nonce: 'once', ts: nowS() }
  const spoilt = await sandbox.as({ ...merchant, key: 'x' }, 'GET', client, undefined, signing)
  assertRefused(spoilt, 401, 'unauthorized')
  assert.equal((await sandbox.as(merchant, 'GET', client, undefined, signing)).status, 200)
  assertRefused(await sandbox.as(merchant, 'GET', client, undefined, signing), 401, 'unauthorized')
  const later = { ...signing, ts: signing.ts + 1 }
  assert.equal((await sandbox.as(merchant, 'GET', client, undefined, later)).status, 200)
})

test('signatures are checked before routing; what does not exist is 404 whatever the verb', async () => {
  assertRefused(await exchange(sandbox.url, 'GET', '/rest/v1/nothing'), 401, 'unauthorized')
  for (const [method, path] of [
    ['GET', '/rest/v1/nothing'],
    ['POST', '/rest/v1/spots'],
    ['GET', '/rest/v1/spot/1/close'],
    ['GET', '/rest/v1/spot/1/'],
    ['PATCH', '/rest/v1/order/52'],
    ['GET', '/rest/v1/spot/one'],
    ['GET', '/rest/v1/spot/99999999999999999999'],
    ['GET', '/rest/v1/transaction/__proto__'],
    ['GET', '/rest/v1/order/constructor'],
  ] as const) {
    assertRefused(await sandbox.as(merchant, method, path), 404, 'not_found')
  }
})

test('sixty calls a minute, then 429 without Retry-After until the minute is over', async () => {
  const calls = () =>
    Promise.all(Array.from({ length: 60 }, () => sandbox.as(merchant, 'GET', client)))
  for (const reply of await calls()) assert.equal(reply.status, 200)
  const refused = await sandbox.as(merchant, 'GET', client)
  assertRefused(refused, 429, 'rate_limit_exceeded')
  assert.equal(refused.headers['retry-after'], undefined)
  const ona = await sandbox.guest('ona')
  assert.equal((await sandbox.as(ona, 'GET', '/rest/v1/spot/1')).status, 200)
  await sandbox.did('advance', { seconds: 61 })
  const ts = nowS() + 61
  assert.equal((await askAt(ts)).status, 200)
  await sandbox.did('settings', { rateLimit: false })
  for (const reply of await calls()) assert.equal(reply.status, 200)
})

test('a thousand calls an hour for an account', async () => {
  let sent = 0
  for (let minute = 0; sent < 1000; minute += 1) {
    const batch = Math.min(50, 1000 - sent)
    const ts = nowS() + minute * 61
    const calls = Array.from({ length: batch }, () => askAt(ts))
    for (const reply of await Promise.all(calls)) assert.equal(reply.status, 200)
    sent += batch
    await sandbox.did('advance', { seconds: 61 })
  }
  const ts = nowS() + 20 * 61
  const refused = await askAt(ts)
  assertRefused(refused, 429, 'rate_limit_exceeded')
})

test('with signatures off the id alone says who calls', async () => {
  await sandbox.did('settings', { signatures: 'off' })
  assert.equal((await exchange(sandbox.url, 'GET', client)).at('type'), 'application')
  const ona = await sandbox.guest('ona')
  const header = `MAC id="${ona.id}", ts="1", nonce="x", mac="x"`
  const asOna = await exchange(sandbox.url, 'GET', client, { Authorization: header })
  assertRefused(asOna, 403, 'forbidden')
})

test('every answer carries a correlation id of its own', async () => {
  const replies = await Promise.all([
    sandbox.as(merchant, 'GET', client),
    exchange(sandbox.url, 'GET', client),
    exchange(sandbox.url, 'GET', '/rest/v1/server'),
    exchange(sandbox.url, 'GET', '/publickey'),
  ])
  const ids = replies.map(({ headers }) => headers['paysera-correlation-id'])
  assert.equal(new Set(ids).size, 4)
  for (const id of ids) assert.match(String(id), /^[0-9a-f]{32}$/)
})
