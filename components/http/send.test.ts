import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { after, before, beforeEach, test } from 'node:test'
import * as z from 'zod/mini'
import { problemWords } from './problem-words.ts'
import { exchange, send } from './send.ts'

const Answer = z.strictObject({ name: z.string() })
const asked: { method?: string; headers: IncomingMessage['headers']; body: string }[] = []
let answer: (response: ServerResponse) => void
let origin: string

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => (body += chunk))
  request.on('end', () => {
    asked.push({
      ...(request.method && { method: request.method }),
      headers: request.headers,
      body,
    })
    answer(response)
  })
})

before(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  assert(address && typeof address === 'object')
  origin = `http://127.0.0.1:${address.port}`
})
after(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked.length = 0
})

function reply(status: number, body: unknown, type = 'application/json') {
  answer = (response) => {
    response.writeHead(status, { 'content-type': type, etag: '"b-1"' })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
}

test('a call carries its body, its intent and the version that it was made on', async () => {
  reply(201, { name: 'Latte' })
  const options = {
    method: 'PUT',
    body: { a: 1 },
    idempotencyKey: 'k'.repeat(16),
    version: 3,
  } as const
  assert.deepEqual(await send(origin, Answer, options), { name: 'Latte' })
  const [call] = asked
  assert.equal(call?.method, 'PUT')
  assert.equal(call?.body, '{"a":1}')
  assert.equal(call?.headers['content-type'], 'application/json')
  assert.equal(call?.headers['idempotency-key'], 'k'.repeat(16))
  assert.equal(call?.headers['if-match'], '"3"')
})

test('a problem is known by its code and keeps the members of its own', async () => {
  const problem = {
    type: 'about:blank',
    title: 'Conflict',
    status: 412,
    code: 'conflict',
    order: 7,
  }
  reply(412, problem, 'application/problem+json')
  await assert.rejects(send(origin, Answer), { code: 'conflict', body: problem })
})

test('a tag that still holds brings no body', async () => {
  answer = (response) => response.writeHead(304).end()
  assert.equal((await exchange(origin, { etag: '"b-1"' })).status, 304)
  assert.equal(asked[0]?.headers['if-none-match'], '"b-1"')
})

test('what does not say itself what happened leaves the outcome open (law 3)', async () => {
  reply(502, '<h1>Bad Gateway</h1>', 'text/html')
  await assert.rejects(send(origin, Answer), { code: 'no_answer' })
  answer = (response) => response.destroy()
  await assert.rejects(send(origin, Answer), { code: 'no_answer' })
  answer = () => {}
  await assert.rejects(send(origin, Answer, { timeoutMs: 50 }), { code: 'no_answer' })
})

test('an answer in another form than agreed goes no further', async () => {
  reply(200, { name: 'Latte', secret: 'x' })
  await assert.rejects(send(origin, Answer), { code: 'unreadable' })
  reply(200, 'not JSON')
  await assert.rejects(send(origin, Answer), { code: 'unreadable' })
  reply(418, { teapot: true })
  await assert.rejects(send(origin, Answer), { code: 'unreadable' })
})

test('every failure has words, and an act may say them closer', async () => {
  reply(401, { type: 'about:blank', title: 'x', status: 401, code: 'unauthenticated' })
  const error = await send(origin, Answer).catch((reason: unknown) => reason)
  assert.equal(problemWords(error), 'You are signed out. Sign in again.')
  assert.equal(problemWords(error, { unauthenticated: 'Wrong.' }), 'Wrong.')
  assert.equal(problemWords(new TypeError('x')), 'Something went wrong in Spotboard.')
})
