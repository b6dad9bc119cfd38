import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { merchant, sandboxForTests, type TestSandbox } from './testing/sandbox-fixture.ts'

let sandbox: TestSandbox
before(async () => {
  sandbox = await sandboxForTests()
})
after(() => sandbox.close())
beforeEach(() => sandbox.did('reset', {}))

const order = (key: string) => ({ transaction_key: key })

test('a whole visit: scan, order, pay, confirm, close', async () => {
  const { as, did } = sandbox
  const spot = await did('scan', { guest: 'ona', code: 'PAYSERA*3:TABLE1' })
  assert.equal(spot.at('status'), 'waiting')
  const waiting = await as(merchant, 'GET', '/rest/v1/spots?status=waiting&limit=3')
  assert.deepEqual(waiting.at('_metadata'), { total: 1, offset: 0, limit: 3 })
  assert.equal(waiting.at('spots.0.identifier'), 'TABLE1')

  const key = await sandbox.transaction()
  const made = await as(merchant, 'POST', '/rest/v1/spot/1/order', order(key))
  assert.deepEqual(made.json, { id: 52, transaction_key: key, status: 'pending' })
  assert.equal((await as(merchant, 'GET', '/rest/v1/spot/1')).at('status'), 'open')

  const ona = await sandbox.guest('ona')
  const seen = await as(ona, 'GET', '/rest/v1/spot/1?fields=*,orders.transaction')
  assert.equal(seen.at('orders.0.transaction.payments.0.price_decimal'), '4.50')
  const reserved = await as(ona, 'PUT', `/rest/v1/transaction/${key}/reserve/me`)
  assert.equal(reserved.at('status'), 'reserved')
  assert.equal((await as(merchant, 'GET', '/rest/v1/order/52')).at('status'), 'reserved')

  const confirmed = await as(merchant, 'PUT', `/rest/v1/transaction/${key}/confirm`)
  assert.equal(confirmed.at('status'), 'confirmed')
  assert.equal(typeof confirmed.at('confirmed_at'), 'number')
  assert.equal((await as(ona, 'GET', '/rest/v1/order/52')).at('status'), 'confirmed')

  const closed = await as(merchant, 'PUT', '/rest/v1/spot/1/close')
  assert.equal(closed.at('status'), 'closed')
  assert.equal(closed.at('orders'), undefined)
  assert.equal((await as(ona, 'GET', '/rest/v1/order/52')).status, 403)
})
