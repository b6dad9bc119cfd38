import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import type { AnnouncedCall } from './call.ts'
import { extOf, macOf } from './sign.ts'
import {
  clientOf,
  exampleCredentials,
  failureOf,
  freePort,
  type ReceivedRequest,
  saysHtml,
  says,
  signatureOf,
  startStubWallet,
} from './testing/stub-wallet.ts'

const spot = { id: 7, status: 'waiting' }
const order = { id: 52, transaction_key: 'abc', status: 'pending' }
const wrongTime = says({ error: 'invalid_timestamp' }, 401)
const badGateway = saysHtml(502)

function targetsOf(requests: ReceivedRequest[]): string[] {
  return requests.map(({ method, target }) => `${method} ${target}`)
}

test('what arrives is signed over the bytes that arrive', async () => {
  await using wallet = await startStubWallet(says(order))
  using caller = clientOf(`${wallet.url}/behind/a/proxy/`, { projectId: 1221 })
  await caller.client.createOrder(7, 'abc')
  const [request] = wallet.received
  assert.equal(request?.target, '/behind/a/proxy/rest/v1/spot/7/order')
  assert.equal(request?.body, '{"transaction_key":"abc"}')
  assert.equal(request?.headers['content-type'], 'application/json')
  const signature = signatureOf(request)
  const ext = extOf(request?.body, { projectId: 1221 })
  assert.equal(signature.get('ext'), ext)
  const mac = macOf(exampleCredentials.macKey, {
    ts: signature.get('ts') ?? '',
    nonce: signature.get('nonce') ?? '',
    method: 'POST',
    uri: request?.target ?? '',
    host: '127.0.0.1',
    port: wallet.port,
    ext,
  })
  assert.equal(signature.get('mac'), mac)
})

test('the signing host and port can be set', async () => {
  await using wallet = await startStubWallet(says(spot))
  using caller = clientOf(wallet.url, { signHost: 'wallet.paysera.com', signPort: 443 })
  await caller.client.closeSpot(7)
  const [request] = wallet.received
  const signature = signatureOf(request)
  assert.equal(signature.has('ext'), false)
  assert.equal(request?.headers['content-length'], '0')
  const mac = macOf(exampleCredentials.macKey, {
    ts: signature.get('ts') ?? '',
    nonce: signature.get('nonce') ?? '',
    method: 'PUT',
    uri: '/rest/v1/spot/7/close',
    host: 'wallet.paysera.com',
    port: 443,
    ext: '',
  })
  assert.equal(signature.get('mac'), mac)
})

test("a wrong clock is set by the wallet's and the call made once more, a write too", async () => {
  const serverTime = 4_000_000_000
  await using wallet = await startStubWallet(wrongTime, says({ time: serverTime }), says(order))
  using caller = clientOf(wallet.url)
  await caller.client.createOrder(7, 'abc')
  const create = 'POST /rest/v1/spot/7/order'
  assert.deepEqual(targetsOf(wallet.received), [create, 'GET /rest/v1/server', create])
  assert.equal(wallet.received[1]?.headers.authorization, undefined)
  const [first, , second] = wallet.received.map(signatureOf)
  assert.ok(Math.abs(Number(second?.get('ts')) - serverTime) <= 2)
  assert.notEqual(first?.get('nonce'), second?.get('nonce'))

  await caller.client.editOrder(52, 'abc')
  assert.equal(wallet.received.length, 4)
  assert.ok(Math.abs(Number(signatureOf(wallet.received[3]).get('ts')) - serverTime) <= 2)
})

test('a clock that the wallet refuses twice is not read for ever', async () => {
  await using wallet = await startStubWallet(wrongTime, says({ time: 1_700_000_000 }), wrongTime)
  using caller = clientOf(wallet.url)
  const error = await failureOf(caller.client.closeSpot(7))
  assert.deepEqual([error.code, error.walletCode], ['refused', 'invalid_timestamp'])
  assert.equal(error.applied, 'no')
  assert.equal(wallet.received.length, 3)
})

test("when the wallet's clock cannot be read, the refusal stands", async () => {
  await using wallet = await startStubWallet(wrongTime, badGateway)
  using caller = clientOf(wallet.url)
  const error = await failureOf(caller.client.closeSpot(7))
  assert.deepEqual([error.code, error.applied], ['refused', 'no'])
  assert.equal(wallet.received.length, 2)
})

test('a read is repeated once', async () => {
  await using wallet = await startStubWallet(badGateway, says(spot))
  using caller = clientOf(wallet.url)
  assert.equal((await caller.client.getSpot(7)).id, 7)
  await using down = await startStubWallet(badGateway)
  using unlucky = clientOf(down.url)
  assert.equal((await failureOf(unlucky.client.getSpot(7))).code, 'no_answer')
  assert.equal(down.received.length, 2)
})

test('a write is never repeated when its outcome is not known', async () => {
  for (const script of [badGateway, saysHtml(200), saysHtml(302), says({ error: 'x' }, 500)]) {
    await using wallet = await startStubWallet(script)
    using caller = clientOf(wallet.url)
    const calls = [
      caller.client.createOrder(7, 'abc'),
      caller.client.editOrder(52, 'abc'),
      caller.client.deleteOrder(52),
      caller.client.closeSpot(7),
      caller.client.confirmTransaction('abc'),
      caller.client.revokeTransaction('abc'),
    ]
    for (const call of calls) assert.equal((await failureOf(call)).applied, 'unknown')
    assert.equal(wallet.received.length, calls.length)
  }
})

test('when nobody listens, a write has not been applied', async () => {
  using caller = clientOf(`http://127.0.0.1:${await freePort()}`)
  const error = await failureOf(caller.client.createOrder(7, 'abc'))
  assert.deepEqual([error.code, error.applied], ['no_answer', 'no'])
})

test('all tries share one deadline', async () => {
  await using wallet = await startStubWallet(
    (response) => setTimeout(() => response.socket?.destroy(), 1000),
    () => {},
  )
  using caller = clientOf(wallet.url, { timeoutMs: 2000 })
  const startedAt = performance.now()
  const error = await failureOf(caller.client.getSpot(7))
  assert.match(error.message, /deadline/)
  assert.ok(performance.now() - startedAt < 3000, 'the second try had no 2 s of its own')
  assert.equal(wallet.received.length, 2)
})

test('a gate that opens too late does not let a second try out', async () => {
  await using wallet = await startStubWallet(wrongTime, says({ time: 1 }), says(order))
  const beforeCall = async ({ pathTemplate }: AnnouncedCall): Promise<void> => {
    if (pathTemplate === '/spot/:id/order' && wallet.received.length > 0) await delay(1200)
  }
  using caller = clientOf(wallet.url, { timeoutMs: 1000 }, { beforeCall })
  const error = await failureOf(caller.client.createOrder(7, 'abc'))
  assert.deepEqual([error.code, error.applied], ['refused', 'no'])
  assert.equal(wallet.received.length, 2)
})

test('an answer about something else is not believed', async () => {
  await using wallet = await startStubWallet(says({ ...spot, id: 8 }))
  using caller = clientOf(wallet.url)
  assert.equal((await failureOf(caller.client.closeSpot(7))).code, 'unreadable')
})

test('the gate is passed before each try and each try is recorded', async () => {
  await using wallet = await startStubWallet(wrongTime, says({ time: 1 }), badGateway)
  const announced: AnnouncedCall[] = []
  const beforeCall = async (call: AnnouncedCall): Promise<void> => {
    assert.equal(wallet.received.length, announced.length)
    announced.push(call)
  }
  using caller = clientOf(wallet.url, {}, { beforeCall })
  await failureOf(caller.client.getSpot(7, { priority: 'poll' }))
  const paths = ['/spot/:id', '/server', '/spot/:id']
  assert.deepEqual(
    announced.map(({ pathTemplate }) => pathTemplate),
    paths,
  )
  assert.deepEqual(new Set(announced.map(({ priority }) => priority)), new Set(['poll']))
  assert.deepEqual(
    caller.records.map(({ pathTemplate }) => pathTemplate),
    paths,
  )
  assert.deepEqual(
    caller.records.map(({ status }) => status),
    [401, 200, 502],
  )
  assert.deepEqual(
    caller.records.map(({ code }) => code),
    ['refused', undefined, 'no_answer'],
  )
  assert.equal(caller.records[0]?.walletCode, 'invalid_timestamp')
})

test("a shut gate keeps the call in, and a retry's shut gate leaves the failure as it was", async () => {
  await using wallet = await startStubWallet(badGateway)
  let passes = 0
  const shut = new Error('the budget is used up')
  const beforeCall = async (): Promise<void> => {
    passes += 1
    if (passes > 1) throw shut
  }
  using caller = clientOf(wallet.url, {}, { beforeCall })
  assert.equal((await failureOf(caller.client.getSpot(7))).status, 502)
  await assert.rejects(caller.client.getSpot(7), shut)
  assert.equal(wallet.received.length, 1)
})

test("a retry's gate is not waited for past the deadline", { timeout: 5000 }, async () => {
  await using wallet = await startStubWallet(badGateway)
  let passes = 0
  const beforeCall = async ({ signal }: AnnouncedCall): Promise<void> => {
    passes += 1
    if (passes > 1) await delay(60_000, undefined, signal ? { signal } : {})
  }
  using caller = clientOf(wallet.url, { timeoutMs: 200 }, { beforeCall })
  assert.equal((await failureOf(caller.client.getSpot(7))).status, 502)
  assert.equal(passes, 2)
  assert.equal(wallet.received.length, 1)
})

test('a record that cannot be kept does not cost the answer', async () => {
  await using wallet = await startStubWallet(says(order))
  using caller = clientOf(
    wallet.url,
    {},
    {
      afterCall: () => {
        throw new Error('disk full')
      },
    },
  )
  assert.equal((await caller.client.createOrder(7, 'abc')).id, 52)
})

test('who gives up is not called again', async () => {
  const person = new AbortController()
  await using wallet = await startStubWallet(() => person.abort())
  using caller = clientOf(wallet.url)
  const error = await failureOf(caller.client.getSpot(7, { signal: person.signal }))
  assert.equal(error.code, 'no_answer')
  assert.equal(wallet.received.length, 1)
})
