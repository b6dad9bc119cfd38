import assert from 'node:assert/strict'
import { once } from 'node:events'
import { get, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import test, { type TestContext } from 'node:test'
import { text } from 'node:stream/consumers'
import { makeFrontServer } from './front-server.ts'
import { listen } from './listen.ts'

/** A front server before a stand-in for Next that answers with the headers that reached it. */
async function frontServer(t: TestContext, trustProxy = 0): Promise<number> {
  const server = makeFrontServer(
    async (received, response) => {
      response.end(JSON.stringify(received.headers))
    },
    { trustProxy },
  )
  await listen(server, { host: '127.0.0.1', port: 0 })
  t.after(() => server.close())
  const address = server.address()
  assert.ok(address !== null && typeof address === 'object')
  return address.port
}

async function call(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
) {
  const sent = request({ port, path, headers, method, agent: false }).end()
  const [answer]: IncomingMessage[] = await once(sent, 'response')
  assert.ok(answer)
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) }
}

async function headersBehind(
  port: number,
  headers: Record<string, string>,
): Promise<IncomingHttpHeaders> {
  return JSON.parse((await call(port, '/', headers)).body)
}

test('a client cannot say who it is, nor speak in the name of proxies or of Next itself', async (t) => {
  const headers = await headersBehind(await frontServer(t), {
    'x-spotboard-client': '6.6.6.6',
    'x-forwarded-for': '6.6.6.6',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'evil.test',
    forwarded: 'for=6.6.6.6',
    'x-middleware-subrequest': 'middleware:middleware',
    'x-nextjs-data': '1',
    'x-matched-path': '/api/orders',
    'next-action': 'abc',
    rsc: '1',
    'idempotency-key': 'kept',
  })
  assert.equal(headers['x-spotboard-client'], '127.0.0.1')
  assert.deepEqual(Object.keys(headers).toSorted(), [
    'connection',
    'host',
    'idempotency-key',
    'rsc',
    'x-spotboard-client',
  ])
})

test('a trusted proxy names the client, and what it forwards is kept', async (t) => {
  const headers = await headersBehind(await frontServer(t, 1), {
    'x-forwarded-for': '6.6.6.6, 10.0.0.9',
    'x-forwarded-proto': 'https',
    'x-spotboard-client': '6.6.6.6',
  })
  assert.equal(headers['x-spotboard-client'], '10.0.0.9')
  assert.equal(headers['x-forwarded-proto'], 'https')
})

const refused: [method: string, target: string, status: number, code: string][] = [
  ['GET', '//evil.test/api/floor', 400, 'invalid'],
  ['GET', 'http://evil.test/api/floor', 400, 'invalid'],
  ['GET', '/api/%ZZ', 400, 'invalid'],
  ['GET', '/api/../x', 400, 'invalid'],
  ['OPTIONS', '*', 400, 'invalid'],
  ['GET', '/api/floor/', 404, 'not_found'],
  ['POST', '/', 405, 'method_not_allowed'],
  ['TRACE', '/sign-in', 405, 'method_not_allowed'],
]

for (const [method, target, status, code] of refused) {
  test(`${method} ${target} is ${status} in the words of the API and never reaches Next`, async (t) => {
    const answer = await call(await frontServer(t), target, {}, method)
    assert.equal(answer.status, status)
    assert.equal(answer.headers['content-type'], 'application/problem+json')
    assert.partialDeepStrictEqual(JSON.parse(answer.body), { status, code })
  })
}

test('a request to change protocols is an ordinary request', async (t) => {
  const port = await frontServer(t)
  const answer = await call(port, '/', { connection: 'upgrade', upgrade: 'websocket' })
  assert.equal(answer.status, 200)
})

test('a failing handler ends its own connection and not the server', async (t) => {
  process.env['LOG_LEVEL'] = 'silent'
  process.env['SESSION_SECRET'] = 'x'.repeat(32)
  const server = makeFrontServer(() => Promise.reject(new Error('outside every route')), {
    trustProxy: 0,
  })
  await listen(server, { host: '127.0.0.1', port: 0 })
  t.after(() => server.close())
  const address = server.address()
  assert.ok(address !== null && typeof address === 'object')
  for (const attempt of ['first', 'second']) {
    const [error]: Error[] = await once(get({ port: address.port, agent: false }), 'error')
    assert.match(error?.message ?? '', /socket hang up/, attempt)
  }
})

test('a place that is taken is refused with a sentence that names PORT', async (t) => {
  const port = await frontServer(t)
  const second = makeFrontServer(async () => {}, { trustProxy: 0 })
  await assert.rejects(listen(second, { host: '127.0.0.1', port }), {
    code: 'environment',
    message: /^PORT must be a free port: [^\n]+\.$/,
  })
})
