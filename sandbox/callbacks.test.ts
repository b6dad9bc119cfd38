import assert from 'node:assert/strict'
import { verify } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, beforeEach, test } from 'node:test'
import {
  column,
  exchange,
  merchant,
  sandboxForTests,
  type TestSandbox,
} from './testing/sandbox-fixture.ts'

interface Delivery {
  contentType: string | undefined
  form: URLSearchParams
  response: ServerResponse
}

const answer = ({ response }: Delivery, status: number) => response.writeHead(status).end('OK')

let sandbox: TestSandbox
let receiverUrl = ''
let deliveries: Delivery[] = []
let wakers: (() => void)[] = []

const receiver = createServer((request, response) => {
  let text = ''
  request.setEncoding('utf8')
  request.on('data', (chunk) => {
    text += String(chunk)
  })
  request.on('end', () => {
    const contentType = request.headers['content-type']
    deliveries.push({ contentType, form: new URLSearchParams(text), response })
    for (const wake of wakers.splice(0)) wake()
  })
})

before(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const address = receiver.address()
  receiverUrl = `http://127.0.0.1:${isAddress(address) ? address.port : 0}/callback`
  sandbox = await sandboxForTests()
})
after(async () => {
  await sandbox.close()
  receiver.closeAllConnections()
  receiver.close()
})
beforeEach(async () => {
  await sandbox.did('reset', {})
  deliveries = []
})

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}

/** The delivery with that number, counted from 1, as soon as it is there. */
async function delivery(count: number): Promise<Delivery> {
  for (;;) {
    const found = deliveries[count - 1]
    if (found) return found
    await new Promise<void>((resolve) => wakers.push(resolve))
  }
}

const withCallback = (contents: object = {}) =>
  sandbox.transaction({ callback_uri: receiverUrl, ...contents })
const reserve = (transactionKey: string) => sandbox.did('reserve', { guest: 'ona', transactionKey })

/** What the sandbox says about its callbacks once it says as much as is expected. */
async function stateWith(path: string, expected: unknown): Promise<void> {
  for (;;) {
    const value = (await sandbox.did('state')).at(path)
    if (value === expected) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}

test('a reservation is told as a form whose event is signed with the published key', async () => {
  const key = await withCallback()
  await reserve(key)
  const first = await delivery(1)
  answer(first, 200)
  const { contentType, form } = first
  assert.match(String(contentType), /^application\/x-www-form-urlencoded/)
  const event = form.get('event') ?? ''
  const sign = Buffer.from(form.get('sign') ?? '', 'base64')
  const pem = (await exchange(sandbox.url, 'GET', '/publickey')).text
  assert.ok(verify('RSA-SHA256', Buffer.from(event), pem, sign))
  assert.ok(!verify('RSA-SHA256', Buffer.from(event.replaceAll('\\/', '/')), pem, sign))
  assert.partialDeepStrictEqual(JSON.parse(event), {
    type: 'reserved',
    object: 'transaction',
    data: { transaction_key: key, status: 'reserved', callback_uri: receiverUrl },
  })
  await stateWith('callbacks.0.is_delivered', true)
})

test('what the merchant does itself is not called back, nor is anything where it wants none', async () => {
  const silent = await sandbox.transaction({ callback_uri: false })
  await reserve(silent)
  const confirmed = await withCallback()
  await reserve(confirmed)
  await sandbox.as(merchant, 'PUT', `/rest/v1/transaction/${confirmed}/confirm`)
  const revoked = await withCallback()
  await sandbox.as(merchant, 'DELETE', `/rest/v1/transaction/${revoked}`)
  const asked = await withCallback()
  await sandbox.did('force', { transactionKey: asked, status: 'waiting' })
  assert.deepEqual(column(await sandbox.did('state'), 'callbacks', 'type'), ['reserved'])
})

test('refusing, running out of time and auto_confirm are told', async () => {
  const rejected = await withCallback()
  await sandbox.did('reject', { guest: 'ona', transactionKey: rejected })
  const expired = await withCallback()
  await reserve(expired)
  await sandbox.did('expire', { transactionKey: expired })
  await reserve(await withCallback({ auto_confirm: true }))
  const types = new Set<unknown>()
  for (const count of [1, 2, 3, 4]) {
    const told = await delivery(count)
    answer(told, 200)
    types.add(Reflect.get(Object(JSON.parse(told.form.get('event') ?? '')), 'type'))
  }
  assert.deepEqual(types, new Set(['confirmed', 'failed', 'rejected', 'reserved']))
})

test('a reservation that nobody looks at ends, and is told, when its time is over', async () => {
  await reserve(await withCallback({ reserve: { for: 1 } }))
  answer(await delivery(1), 200)
  const { form } = await delivery(2)
  assert.partialDeepStrictEqual(JSON.parse(form.get('event') ?? ''), { type: 'failed' })
})

test('a failed delivery is tried again after 1, 5 and 25 seconds, then given up', async () => {
  await reserve(await withCallback())
  for (const [count, seconds] of [
    [1, 1],
    [2, 5],
    [3, 25],
  ] as const) {
    const dueBefore = Number((await sandbox.did('state')).at('callbacks.0.due_at'))
    answer(await delivery(count), 500)
    await stateWith(`callbacks.0.attempts.${count - 1}.outcome`, 500)
    await stateWith('callbacks.0.due_at', dueBefore + seconds * 1000)
    await sandbox.did('advance', { seconds })
  }
  answer(await delivery(4), 503)
  await stateWith('callbacks.0.attempts.3.outcome', 503)
  await stateWith('callbacks.0.due_at', null)
  await sandbox.did('advance', { seconds: 3600 })
  assert.equal(deliveries.length, 4)
})

test('an answer that takes more than thirty seconds is a failure', async () => {
  await reserve(await withCallback())
  await delivery(1)
  await sandbox.did('advance', { seconds: 31 })
  await stateWith('callbacks.0.attempts.0.outcome', 'no answer in time')
  answer(await delivery(2), 204)
  await stateWith('callbacks.0.is_delivered', true)
})

test('a receiver that is not there costs an attempt; a reset forgets what was under way', async () => {
  await reserve(await sandbox.transaction({ callback_uri: 'http://127.0.0.1:1/' }))
  await stateWith('callbacks.0.attempts.0.outcome', 'not reachable')
  await sandbox.did('reset', {})
  await sandbox.did('advance', { seconds: 60 })
  assert.deepEqual((await sandbox.did('state')).at('callbacks'), [])
})
