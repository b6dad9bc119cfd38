import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import {
  merchant,
  otherMerchant,
  sandboxForTests,
  type TestSandbox,
} from './testing/sandbox-fixture.ts'

let sandbox: TestSandbox
before(async () => {
  sandbox = await sandboxForTests()
})
after(() => sandbox.close())
beforeEach(async () => {
  await sandbox.did('reset', {})
  await sandbox.did('settings', { rateLimit: false })
})

const scan = (guest: string, identifier: string) =>
  sandbox.did('scan', { guest, code: `PAYSERA*3:${identifier}` })
const spots = (query: string) => sandbox.as(merchant, 'GET', `/rest/v1/spots?${query}`)
const statusOf = async (id: number) =>
  (await sandbox.as(merchant, 'GET', `/rest/v1/spot/${id}`)).at('status')

test('the first request with a code registers its spot, closed, by whomever it comes', async () => {
  const greta = await sandbox.guest('greta')
  const code = encodeURIComponent('PAYSERA*3:<img onerror=x>')
  const seen = await sandbox.as(greta, 'GET', `/rest/v1/spot?code=${code}`)
  assert.equal(seen.at('status'), 'closed')
  assert.equal(seen.at('identifier'), undefined)
  const again = await sandbox.as(merchant, 'GET', `/rest/v1/spot?code=${code}`)
  assert.equal(again.at('id'), seen.at('id'))
  assert.equal(again.at('identifier'), '<img onerror=x>')
})

test('codes that name nothing are refused', async () => {
  for (const [code, status] of [
    ['', 400],
    ['PAYSERA*3:', 404],
    ['PAYSERA*x:TABLE1', 404],
    ['PAYSERA*77:TABLE1', 404],
    [`PAYSERA*3:${'A'.repeat(256)}`, 400],
    ['hello', 404],
  ] as const) {
    const target = `/rest/v1/spot?code=${encodeURIComponent(code)}`
    assert.equal((await sandbox.as(merchant, 'GET', target)).status, status, code)
  }
})

test('an identifier is all that follows the first colon, and a wrapped code is the same code', async () => {
  const wrapped = `https://paysera.com/app?qr=${encodeURIComponent('PAYSERA*3:A:B %')}`
  const inside = await scan('ona', 'A:B %')
  const outside = await sandbox.did('scan', { guest: 'ona', code: wrapped })
  assert.equal(outside.at('id'), inside.at('id'))
  assert.equal(outside.at('identifier'), 'A:B %')
})

test('checking in elsewhere checks out of the first, and the last one out closes a spot', async () => {
  await scan('ona', 'TABLE1')
  await scan('jonas', 'TABLE1')
  assert.equal(await statusOf(1), 'waiting')
  await scan('ona', 'TABLE2')
  assert.equal(await statusOf(1), 'waiting')
  await sandbox.did('leave', { guest: 'jonas' })
  assert.equal(await statusOf(1), 'closed')
  assert.equal(await statusOf(2), 'waiting')
})

test('a spot is listed by its status, with paging, across the own project only', async () => {
  for (let table = 1; table <= 5; table += 1) await scan(`guest ${table}`, `TABLE${table}`)
  await sandbox.did('scan', { guest: 'driver', code: 'PAYSERA*4:PUMP1' })
  const page = await spots('status=waiting&limit=2&offset=4&location_id=3')
  assert.deepEqual(page.at('_metadata'), { total: 5, offset: 4, limit: 2 })
  assert.equal(page.at('spots.0.identifier'), 'TABLE5')
  assert.equal(page.at('spots.1'), undefined)
  assert.equal((await spots('status=waiting')).at('_metadata.limit'), 20)
  assert.equal((await spots('')).at('_metadata.total'), 22)
  assert.equal((await spots('status=waiting&location_id=4')).status, 403)
})

test('senseless list parameters are 400', async () => {
  for (const query of [
    'status=sleeping',
    'status=waiting,open',
    'status=waiting&limit=201',
    'status=waiting&limit=0',
    'status=waiting&limit=-1',
    'status=waiting&limit=ten',
    'status=waiting&offset=-1',
    'status=waiting&offset=1e3',
    'status=waiting&after=abc',
    'status=waiting&location_id=three',
  ]) {
    const reply = await spots(query)
    assert.equal(reply.status, 400, query)
    assert.equal(reply.at('error'), 'invalid_parameters')
  }
})

test('closing ends the visit of everybody there; both verbs close, and again is no error', async () => {
  await scan('ona', 'TABLE1')
  assert.equal((await sandbox.as(merchant, 'DELETE', '/rest/v1/spot/1')).at('status'), 'closed')
  assert.equal((await sandbox.as(merchant, 'PUT', '/rest/v1/spot/1/close')).at('status'), 'closed')
  assert.deepEqual((await sandbox.did('state')).at('checkIns'), [])
  await scan('ona', 'TABLE1')
  assert.equal(await statusOf(1), 'waiting')
})

test("another project's spot is forbidden, and guests may neither list nor close", async () => {
  const ona = await sandbox.guest('ona')
  for (const [who, method, path] of [
    [otherMerchant, 'GET', '/rest/v1/spot/1'],
    [otherMerchant, 'PUT', '/rest/v1/spot/1/close'],
    [otherMerchant, 'PUT', '/rest/v1/spot/1/check-in'],
    [otherMerchant, 'GET', '/rest/v1/spot?code=PAYSERA*3:TABLE1'],
    [ona, 'GET', '/rest/v1/spots?status=waiting'],
    [ona, 'PUT', '/rest/v1/spot/1/close'],
    [ona, 'DELETE', '/rest/v1/spot/1'],
  ] as const) {
    const reply = await sandbox.as(who, method, path)
    assert.equal(reply.status, 403, path)
    assert.equal(reply.at('error'), 'forbidden')
  }
  assert.equal((await sandbox.as(merchant, 'GET', '/rest/v1/spot/999')).status, 404)
})

test('the identifier is for the owner and for who is checked in', async () => {
  const ona = await sandbox.guest('ona')
  const ask = async () => (await sandbox.as(ona, 'GET', '/rest/v1/spot/1')).at('identifier')
  assert.equal(await ask(), undefined)
  const seated = await sandbox.as(ona, 'PUT', '/rest/v1/spot/1/check-in')
  assert.equal(seated.at('identifier'), 'TABLE1')
  const gone = await sandbox.as(ona, 'PUT', '/rest/v1/spot/1/check-out')
  assert.equal(gone.at('status'), 'closed')
  assert.equal(await ask(), undefined)
})

test('letter case makes another spot, unless this wallet folds it', async () => {
  await scan('ona', 'table1')
  assert.equal(await statusOf(1), 'closed')
  await sandbox.did('settings', { identifierCase: 'lower' })
  const folded = await scan('jonas', 'Table2')
  assert.equal(folded.at('id'), 2)
  assert.equal(folded.at('identifier'), 'table2')
})

test('openWord and requireStatus change the words and the strictness of lists', async () => {
  const key = await sandbox.transaction()
  await sandbox.as(merchant, 'POST', '/rest/v1/spot/1/order', { transaction_key: key })
  await sandbox.did('settings', { openWord: 'opened', requireStatus: true })
  assert.equal((await spots('status=open')).at('spots.0.status'), 'opened')
  assert.equal((await spots('status=opened')).at('spots.0.id'), 1)
  assert.equal((await spots('limit=5')).status, 400)
})

test('fields picks what is shown, and brings out what is not shown by default', async () => {
  const key = await sandbox.transaction()
  await sandbox.as(merchant, 'POST', '/rest/v1/spot/1/order', { transaction_key: key })
  const ona = await sandbox.guest('ona')
  await sandbox.as(ona, 'PUT', '/rest/v1/spot/1/check-in')
  const ask = (fields: string) => sandbox.as(ona, 'GET', `/rest/v1/spot/1?fields=${fields}`)
  assert.deepEqual((await ask('id,place_info.title')).json, {
    id: 1,
    place_info: { title: 'Cool caffe' },
  })
  const all = await ask('*,orders.transaction')
  assert.equal(all.at('orders.0.status'), 'pending')
  assert.equal(all.at('orders.0.transaction.transaction_key'), key)
  assert.equal(all.at('orders.0.transaction.project'), undefined)
  const deep = await ask('orders.transaction.project.wallet')
  assert.deepEqual(deep.json, {
    orders: [
      { transaction: { project: { wallet: deep.at('orders.0.transaction.project.wallet') } } },
    ],
  })
  assert.deepEqual((await ask('')).json, (await ask('*')).json)
  assert.equal((await ask('orders.')).status, 400)
})
