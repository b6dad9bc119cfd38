import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  freePort,
  type Script,
  says,
  startRawWallet,
  startStubWallet,
} from './testing/stub-wallet.ts'
import { createTransport, type WireRequest } from './transport.ts'

const request: WireRequest = {
  method: 'PUT',
  target: '/rest/v1/spot/1/close',
  headers: { 'content-length': '0' },
  timeLeftMs: 2000,
}

async function exchangeWith(url: string, changes: Partial<WireRequest> = {}) {
  const transport = createTransport(new URL(url))
  try {
    return await transport.exchange({ ...request, ...changes })
  } finally {
    transport.close()
  }
}

async function exchangeWithScript(script: Script, changes: Partial<WireRequest> = {}) {
  await using wallet = await startStubWallet(script)
  return await exchangeWith(wallet.url, changes)
}

async function exchangeWithBytes(bytes: string, changes: Partial<WireRequest> = {}) {
  await using wallet = await startRawWallet((socket) => socket.end(bytes))
  return await exchangeWith(wallet.url, changes)
}

test('the request target, headers and body arrive byte by byte', async () => {
  await using wallet = await startStubWallet(says({}))
  const body = '{"description":"Kava č"}'
  const target = '/rest/v1/spot?code=PAYSERA*3%3ATABLE1&x=%7e~'
  const headers = { 'x-a': 'b', 'content-length': String(Buffer.byteLength(body)) }
  const exchange = await exchangeWith(wallet.url, { method: 'POST', target, headers, body })
  assert.equal(exchange.kind, 'answer')
  const [received] = wallet.received
  assert.equal(received?.target, target)
  assert.equal(received?.body, body)
  assert.equal(received?.headers['x-a'], 'b')
})

test('a redirect is not followed', async () => {
  await using elsewhere = await startStubWallet(says({}))
  const exchange = await exchangeWithScript((response) =>
    response.writeHead(302, { location: elsewhere.url }).end(),
  )
  assert.equal(exchange.kind === 'answer' && exchange.status, 302)
  assert.equal(elsewhere.received.length, 0)
})

test('a refused connection has carried nothing', async () => {
  const exchange = await exchangeWith(`http://127.0.0.1:${await freePort()}`)
  assert.equal(exchange.kind, 'none')
  assert.equal(exchange.kind === 'none' && exchange.mayHaveArrived, false)
  assert.equal(exchange.kind === 'none' && exchange.why, 'ECONNREFUSED')
})

test('a name that does not resolve has carried nothing', async () => {
  const exchange = await exchangeWith('http://wallet.invalid')
  assert.equal(exchange.kind === 'none' && exchange.mayHaveArrived, false)
})

test('a server that does not speak TLS has been sent nothing', async () => {
  await using wallet = await startRawWallet((socket) => socket.end('HTTP/1.1 400 Bad\r\n\r\n'))
  const exchange = await exchangeWith(wallet.url.replace('http:', 'https:'))
  assert.equal(exchange.kind === 'none' && exchange.mayHaveArrived, false)
})

test('a handshake that never ends uses up only its share of the time', async () => {
  await using wallet = await startRawWallet(() => {})
  const url = wallet.url.replace('http:', 'https:')
  const exchange = await exchangeWith(url, { timeLeftMs: 300 })
  assert.equal(exchange.kind === 'none' && exchange.why, 'no connection in time')
  assert.equal(exchange.kind === 'none' && exchange.mayHaveArrived, false)
})

test('a reset before the answer leaves it open whether the request arrived', async () => {
  await using wallet = await startRawWallet((socket) => socket.resetAndDestroy())
  const exchange = await exchangeWith(wallet.url)
  assert.equal(exchange.kind === 'none' && exchange.mayHaveArrived, true)
})

test('silence ends at the deadline', async () => {
  const exchange = await exchangeWithScript(() => {}, { timeLeftMs: 100 })
  assert.equal(exchange.kind === 'none' && exchange.mayHaveArrived, true)
  assert.equal(exchange.kind === 'none' && exchange.why, 'no whole answer within the deadline')
})

test('an answer that trickles ends at the deadline too', async () => {
  const exchange = await exchangeWithScript(
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      const trickle = setInterval(() => response.write(' '), 20)
      response.on('close', () => clearInterval(trickle))
    },
    { timeLeftMs: 150 },
  )
  assert.equal(exchange.kind === 'none' && exchange.mayHaveArrived, true)
})

test('a caller who gives up is let go at once', async () => {
  const caller = new AbortController()
  const exchange = await exchangeWithScript(() => caller.abort(new Error('gone')), {
    signal: caller.signal,
  })
  assert.equal(exchange.kind === 'none' && exchange.why, 'given up by the caller')
  assert.equal(exchange.kind === 'none' && exchange.mayHaveArrived, true)
})

test('a caller who gave up before is never connected', async () => {
  await using wallet = await startStubWallet(says({}))
  const exchange = await exchangeWith(wallet.url, { signal: AbortSignal.abort() })
  assert.equal(exchange.kind === 'none' && exchange.mayHaveArrived, false)
  assert.equal(wallet.connections(), 0)
})

for (const [name, bytes, status] of [
  ['a body shorter than announced', 'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"id":', 200],
  ['chunks that end early', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"id"', 200],
  ['a senseless chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 200],
  ['garbage', '\u0000\u0001nonsense\r\n\r\n', undefined],
  ['endless headers', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}`, undefined],
] as const) {
  test(`${name} is a broken answer`, async () => {
    const exchange = await exchangeWithBytes(bytes)
    assert.equal(exchange.kind, 'broken')
    assert.equal(exchange.kind === 'broken' && exchange.message?.statusCode, status)
  })
}

for (const [name, bytes] of [
  [
    'a switch to another protocol',
    'HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n',
  ],
  ['half a status line', 'HTTP/1.1 2'],
] as const) {
  test(`${name} ends without waiting for the deadline`, async () => {
    const exchange = await exchangeWithBytes(bytes)
    assert.notEqual(exchange.kind, 'answer')
    assert.ok('why' in exchange && !exchange.why.includes('deadline'))
  })
}

test('no bytes of a broken answer stay on the error', async () => {
  const exchange = await exchangeWithBytes('HTTP/9 secret-canary\r\n\r\n')
  assert.equal(exchange.kind, 'broken')
  assert.equal(JSON.stringify(exchange).includes('secret-canary'), false)
  const cause = exchange.kind === 'broken' ? exchange.cause : undefined
  assert.ok(cause instanceof Error)
  assert.equal('rawPacket' in cause, false)
})

test('an answer that is far too long is not read to its end', async () => {
  let written = 0
  const exchange = await exchangeWithScript((response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const pour = (): void => {
      while (response.writable && response.write('x'.repeat(65_536))) written += 65_536
    }
    response.on('drain', pour)
    pour()
  })
  assert.equal(exchange.kind === 'broken' && exchange.why, 'too long')
  assert.ok(written < 50 * 2 ** 20)
})

test('connections are kept, and one that went stale leaves the outcome open', async () => {
  await using wallet = await startStubWallet(says({}), says({}), (response) => {
    response.socket?.resetAndDestroy()
  })
  const transport = createTransport(new URL(wallet.url))
  try {
    for (const expected of ['answer', 'answer', 'none']) {
      const exchange = await transport.exchange(request)
      assert.equal(exchange.kind, expected)
      if (exchange.kind === 'none') assert.equal(exchange.mayHaveArrived, true)
    }
    assert.equal(wallet.connections(), 1)
  } finally {
    transport.close()
  }
})
