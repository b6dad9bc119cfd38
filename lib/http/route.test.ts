import { callRoute, ORIGIN } from './testing/call-route.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod/mini'
import { NewOrder } from '#contract/order.ts'
import { Problem } from '#contract/problem-schema.ts'
import { problem } from '#lib/runtime/problem.ts'
import { answer } from './answer.ts'
import { ownId, walletId } from './path-ids.ts'
import { noResource, resource } from './resource.ts'
import { route } from './route.ts'

Object.assign(process.env, { LOG_LEVEL: 'silent', SESSION_SECRET: 's'.repeat(40) })

let handled = 0
const things = resource({
  GET: route({ permission: 'public', handle: () => Promise.resolve({ hello: 'floor' }) }),
  POST: route({
    permission: 'public',
    body: z.strictObject({ n: z.int(), text: z.optional(z.string()) }),
    handle: ({ body }) => {
      handled += 1
      return Promise.resolve(answer(201, body, { 'x-made': 'yes' }))
    },
  }),
  DELETE: route({
    permission: 'public',
    body: z.optional(z.strictObject({ reason: z.string() })),
    handle: ({ body }) => Promise.resolve({ reason: body?.reason ?? null }),
  }),
})

async function refusal(response: Response): Promise<z.infer<typeof Problem>> {
  assert.equal(response.headers.get('content-type'), 'application/problem+json')
  const body = Problem.parse(await response.json())
  assert.equal(body.status, response.status)
  return body
}

async function post(body: unknown, headers: Record<string, string> = {}) {
  return refusal(await callRoute(things.POST, { method: 'POST', body, headers }))
}

test('plain data is a JSON answer that is not kept, sniffed or framed', async () => {
  const response = await callRoute(things.GET)
  assert.equal(response.status, 200)
  assert.deepEqual(await response.json(), { hello: 'floor' })
  assert.equal(response.headers.get('cache-control'), 'no-store')
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
  assert.match(response.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/)
  assert.equal(response.headers.get('strict-transport-security'), null)
})

test('a handler chooses status and headers, and its own headers win', async () => {
  const made = await callRoute(things.POST, { method: 'POST', body: { n: 1 } })
  assert.equal(made.status, 201)
  assert.equal(made.headers.get('x-made'), 'yes')
  const kept = route({
    permission: 'public',
    handle: () => Promise.resolve(answer(200, {}, { 'cache-control': 'no-cache' })),
  })
  assert.equal((await callRoute(kept)).headers.get('cache-control'), 'no-cache')
})

test('every other verb is refused in JSON and named what is allowed', async () => {
  for (const method of ['PUT', 'PATCH', 'OPTIONS'] as const) {
    const response = await callRoute(things[method], { method })
    assert.equal(response.headers.get('allow'), 'GET, HEAD, POST, DELETE')
    assert.equal((await refusal(response)).code, 'method_not_allowed')
    assert.equal(response.status, 405)
  }
  const head = await callRoute(things.HEAD, { method: 'HEAD' })
  assert.equal(head.status, 200)
  assert.equal(await head.text(), '')
  assert.equal(head.headers.get('content-type'), 'application/json')
})

test('an address that stands for nothing is a JSON 404 for every verb', async () => {
  for (const handler of Object.values(noResource())) {
    const response = await callRoute(handler, { method: 'POST', headers: { origin: '' } })
    assert.equal(response.status, 404)
    assert.equal((await refusal(response)).code, 'not_found')
  }
})

test('what changes something must come from a page of ours, and changes nothing otherwise', async () => {
  const before = handled
  const foreign: Record<string, string>[] = [
    { origin: '' },
    { origin: 'null' },
    { origin: 'http://evil.example' },
    { origin: 'https://floor.lan:3000' },
    { origin: 'http://floor.lan' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { host: 'other.lan:3000' },
    { host: 'floor.lan:3000/@evil.example' },
    { 'x-forwarded-proto': 'https', origin: 'https://floor.lan:3000' },
  ]
  for (const headers of foreign) {
    const response = await callRoute(things.POST, { method: 'POST', body: { n: 1 }, headers })
    assert.equal((await refusal(response)).code, 'forbidden', JSON.stringify(headers))
    assert.equal(response.status, 403)
  }
  assert.equal(handled, before)
  const own = { 'sec-fetch-site': 'same-origin', origin: ORIGIN }
  assert.equal(
    (await callRoute(things.POST, { method: 'POST', body: { n: 1 }, headers: own })).status,
    201,
  )
  const read = await callRoute(things.GET, { headers: { origin: 'http://evil.example' } })
  assert.equal(read.status, 200)
})

test('a body that cannot be read is refused and changes nothing', async () => {
  const before = handled
  assert.equal((await post('{"n":1')).code, 'invalid')
  assert.equal((await post('')).code, 'invalid')
  assert.equal((await post('{"n":1}', { 'content-type': 'text/plain' })).status, 415)
  assert.equal((await post('{"n":1}', { 'content-type': 'application/jsonp' })).status, 415)
  assert.equal(
    (await post('{"n":1}', { 'content-type': 'application/json; charset=latin1' })).status,
    415,
  )
  const packed = await post('{"n":1}', { 'content-encoding': 'gzip' })
  assert.equal(packed.code, 'unsupported_media_type')
  assert.equal((await post(new Blob([new Uint8Array([0x22, 0xff, 0x22])]).stream())).status, 400)
  for (const text of ['a\u0000b', '\u001b[2J', '\ud800', '\u007f']) {
    assert.equal((await post({ n: 1, text })).code, 'invalid', JSON.stringify(text))
  }
  assert.equal((await post({ n: 1, ['a\u0000']: 1 })).code, 'invalid')
  assert.equal((await post('['.repeat(30_000) + ']'.repeat(30_000))).code, 'invalid')
  assert.equal(handled, before)
})

test('a body is counted as it arrives, whatever its Content-Length says', async () => {
  let pulled = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1
      controller.enqueue(new Uint8Array(16 * 1024).fill(0x20))
    },
  })
  const response = await callRoute(things.POST, {
    method: 'POST',
    body: endless,
    headers: { 'content-length': '10' },
  })
  assert.equal(response.status, 413)
  assert.equal((await refusal(response)).code, 'payload_too_large')
  assert.ok(pulled < 600)
})

test('a wrong body is told what is wrong where, in plain English', async () => {
  const wrongType = await post({ n: 'one' })
  assert.equal(wrongType.code, 'invalid')
  assert.deepEqual(wrongType.errors, [
    { path: 'n', message: 'Invalid input: expected number, received string' },
  ])
  assert.match((await post('{"n":1e400}')).errors?.[0]?.message ?? '', /expected/)
  assert.equal((await post('{"n":9007199254740993}')).errors?.[0]?.path, 'n')
  const polluting = await post('{"n":1,"__proto__":{"admin":true}}')
  assert.equal(polluting.code, 'invalid')
  assert.equal(Reflect.get({}, 'admin'), undefined)
})

test('of two shapes of a body the errors are those of the one that was meant, and not thousands', async () => {
  const orders = route({ permission: 'public', body: NewOrder, handle: () => Promise.resolve({}) })
  const line = { title: 'Latte', quantity: 1, unitPriceMinor: -350 }
  const order = async (body: unknown) => refusal(await callRoute(orders, { method: 'POST', body }))
  const one = await order({ lines: [line], currency: 'EUR' })
  assert.deepEqual(
    one.errors?.map((error) => error.path),
    ['lines.0.unitPriceMinor', 'lines'],
  )
  const many = await order({ lines: Array.from({ length: 100 }, () => line), currency: 'EUR' })
  assert.equal(many.errors?.length, 20)
})

test('a body that may be left out may be left out', async () => {
  const bare = await callRoute(things.DELETE, { method: 'DELETE' })
  assert.deepEqual(await bare.json(), { reason: null })
  const given = await callRoute(things.DELETE, { method: 'DELETE', body: { reason: 'typo' } })
  assert.deepEqual(await given.json(), { reason: 'typo' })
})

test('an address with an id that cannot be one is not found', async () => {
  const spot = route({
    permission: 'public',
    params: z.object({ spotId: walletId }),
    handle: ({ params }) => Promise.resolve(params),
  })
  assert.deepEqual(await (await callRoute(spot, { params: { spotId: '12' } })).json(), {
    spotId: 12,
  })
  for (const spotId of ['0', '-1', '+1', '01', '1.0', '1e3', 'abc', '9'.repeat(16), ' 1', '']) {
    const response = await callRoute(spot, { params: { spotId } })
    assert.equal((await refusal(response)).code, 'not_found', spotId)
  }
  const order = route({
    permission: 'public',
    params: z.object({ orderId: ownId }),
    handle: ({ params }) => Promise.resolve(params),
  })
  for (const orderId of ['\u0000', "1' or '1'='1", '../x', 'x'.repeat(65)]) {
    assert.equal((await callRoute(order, { params: { orderId } })).status, 404, orderId)
  }
})

test('nothing of an error that nobody foresaw reaches the caller', async () => {
  const broken = route({
    permission: 'public',
    handle: () => Promise.reject(new Error('connect postgres://user:secret@db failed')),
  })
  const response = await callRoute(broken)
  const text = await response.text()
  assert.equal(response.status, 500)
  assert.doesNotMatch(text, /secret|postgres|route\.test/)
  assert.equal(JSON.parse(text).code, 'internal')
})

test('a problem cannot be dressed up as another by its members', async () => {
  const odd = route({
    permission: 'public',
    handle: () =>
      Promise.reject(problem('conflict', { members: { code: 'internal', status: 200, order: 7 } })),
  })
  const response = await callRoute(odd)
  assert.equal(response.status, 409)
  const body = await response.json()
  assert.equal(body.code, 'conflict')
  assert.equal(body.order, 7)
})
