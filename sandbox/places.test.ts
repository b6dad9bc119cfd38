import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import {
  authorization,
  exchange,
  merchant,
  otherMerchant,
  sandboxForTests,
  textOf,
  type TestSandbox,
} from './testing/sandbox-fixture.ts'

let sandbox: TestSandbox
before(async () => {
  sandbox = await sandboxForTests()
})
after(() => sandbox.close())
beforeEach(() => sandbox.did('reset', {}))

const get = (path: string, ext?: string) =>
  sandbox.as(merchant, 'GET', `/rest/v1${path}`, undefined, ext === undefined ? {} : { ext })

const open = (path: string) => exchange(sandbox.url, 'GET', `/rest/v1${path}`)
const meaning = (code: string) => get(`/code?code=${encodeURIComponent(code)}`)

/** The OAuth calls take forms, signed like everything else. */
function token(form: Record<string, string>) {
  const body = new URLSearchParams(form).toString()
  const authority = { host: 'wallet.paysera.com', port: '443' }
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    Authorization: authorization(merchant, 'POST', '/oauth/v1/token', body, authority),
  }
  return exchange(sandbox.url, 'POST', '/oauth/v1/token', headers, body)
}

test('a merchant learns who it is, its project and its locations with their spots', async () => {
  assert.partialDeepStrictEqual((await get('/client')).json, {
    type: 'application',
    project: { id: 1221 },
  })
  assert.equal((await get('/project/1221')).at('title'), 'Cool caffe')
  for (const [path, ext] of [
    ['/client/locations', undefined],
    ['/client/locations', '&project_id=1221'],
    ['/project/1221/locations', undefined],
  ] as const) {
    const reply = await get(path, ext)
    assert.partialDeepStrictEqual(reply.json, [
      { id: 3, title: 'Cool caffe', working_hours: { monday: { opening_time: '09:00' } } },
    ])
    assert.equal(reply.at('0.spots.0.identifier'), 'TABLE1')
    assert.equal(reply.at('1'), undefined)
  }
})

test("others' projects are forbidden, unknown ones not found, and guests have none", async () => {
  assert.equal((await get('/project/1222')).status, 403)
  assert.equal((await get('/project/1222/locations')).status, 403)
  assert.equal((await get('/client/locations', 'project_id=1222')).status, 403)
  assert.equal((await get('/project/9')).status, 404)
  const ona = await sandbox.guest('ona')
  assert.equal((await sandbox.as(ona, 'GET', '/rest/v1/client')).status, 403)
  assert.equal((await sandbox.as(otherMerchant, 'GET', '/rest/v1/client')).at('project.id'), 1222)
})

test('the public lists need no signature and show no spots', async () => {
  const all = await open('/locations?limit=1')
  assert.deepEqual(all.at('_metadata'), { total: 2, offset: 0, limit: 1 })
  assert.equal(all.at('locations.0.spots'), undefined)
  assert.equal((await open('/locations?limit=201')).status, 400)
  assert.equal((await open('/locations/pay-categories')).at('0.title'), 'Food and drinks')
})

test('lists of locations are filtered and cut into pages', async () => {
  for (const [query, isFound] of [
    ['', true],
    ['status=active,inactive&limit=200', true],
    ['status=inactive', false],
    ['offset=2', false],
    ['updated_after=4000000000', false],
    ['pay_category=2,1', true],
    ['pay_category=2', false],
    ['service=cash_in,pay', true],
    ['service=cash_in', false],
  ] as const) {
    const expected = isFound ? 3 : undefined
    assert.equal((await get(`/project/1221/locations?${query}`)).at('0.id'), expected, query)
    assert.equal((await open(`/locations?${query}`)).at('locations.0.id'), expected, query)
  }
  for (const query of [
    'status=closed',
    'limit=201',
    'offset=-1',
    'service=tea',
    'pay_category=x',
  ]) {
    for (const path of ['/project/1221/locations', '/locations']) {
      assert.equal((await get(`${path}?${query}`)).at('error'), 'invalid_parameters', query)
    }
  }
})

test('a code means a spot, a transaction or a wallet, wrapped or not', async () => {
  const key = await sandbox.transaction()
  const spot = { type: 'spot', parameters: { spot_id: 1 } }
  assert.deepEqual((await meaning('PAYSERA*3:TABLE1')).json, spot)
  const wrapped = 'https://paysera.com/app?qr=PAYSERA*3%3ATABLE1'
  assert.deepEqual((await meaning(wrapped)).json, spot)
  const payment = { type: 'transaction', parameters: { transaction_key: key } }
  assert.deepEqual((await meaning(`PAYSERA%${key}`)).json, payment)
  const wallet = { type: 'prefill', parameters: { beneficiary: { wallet_id: 14471 } } }
  assert.deepEqual((await meaning('EVP000000014471')).json, wallet)
  for (const code of ['PAYSERA%nothing', 'EVP1', 'https://evil.example/app?qr=PAYSERA*3:TABLE1']) {
    assert.equal((await meaning(code)).at('error'), 'not_found')
  }
})

test('guests get tokens with keys of their own, by every grant', async () => {
  const byCode = await token({ grant_type: 'authorization_code', code: 'guest:ona' })
  const password = { grant_type: 'password', username: 'ona', password: 'sandbox' }
  const byPassword = await token(password)
  const refresh = textOf(byPassword.at('refresh_token'))
  const byRefresh = await token({ grant_type: 'refresh_token', refresh_token: refresh })
  for (const reply of [byCode, byPassword, byRefresh]) {
    assert.partialDeepStrictEqual(reply.json, {
      token_type: 'mac',
      mac_algorithm: 'hmac-sha-256',
      expires_in: 3600,
    })
    const own = { id: textOf(reply.at('access_token')), key: textOf(reply.at('mac_key')) }
    assert.equal((await sandbox.as(own, 'GET', '/rest/v1/spot/1')).status, 200)
    const path = `/oauth/v1/token?access_token=${own.id}`
    assert.equal((await sandbox.as(merchant, 'DELETE', path)).status, 204)
    assert.equal((await sandbox.as(own, 'GET', '/rest/v1/spot/1')).status, 401)
  }
})

test('dead grants say why, and an expired token is 400 invalid_grant', async () => {
  const password = { grant_type: 'password', username: 'ona', password: 'sandbox' }
  const issued = await token(password)
  const refresh = { grant_type: 'refresh_token', refresh_token: textOf(issued.at('refresh_token')) }
  await token(refresh)
  for (const [form, description] of [
    [refresh, 'Refresh token status invalid'],
    [{ ...refresh, refresh_token: 'x' }, 'No such refresh token'],
    [{ ...password, password: 'guess' }, 'Wrong password'],
    [{ ...password, username: 'nobody' }, 'Unknown code or user'],
    [{ grant_type: 'authorization_code', code: '__proto__' }, 'Unknown code or user'],
  ] as const) {
    const reply = await token(form)
    assert.equal(reply.status, 400)
    assert.equal(reply.at('error'), 'invalid_grant')
    assert.equal(reply.at('error_description'), description)
  }
  assert.equal((await token({})).at('error'), 'invalid_parameters')
  await sandbox.did('advance', { seconds: 3601 })
  const own = { id: textOf(issued.at('access_token')), key: textOf(issued.at('mac_key')) }
  const ts = Math.floor(Date.now() / 1000) + 3601
  const late = await sandbox.as(own, 'GET', '/rest/v1/spot/1', undefined, { ts })
  assert.equal(late.status, 400)
  assert.equal(late.at('error_description'), 'Token has expired')
})
