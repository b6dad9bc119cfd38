import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { after, beforeEach, test } from 'node:test'

type Session = {
  view?: { spot: null | { identifier: string } }
  busy?: object
  notice?: { error: { code: string; reason: string } }
  trouble?: { sinceMs: number }
  dismissedVisit?: string | undefined
  refresh: () => Promise<void>
  act: (act: string, body?: object) => Promise<void>
}
type Surroundings = {
  now: () => number
  onUpdate: () => void
  onNews: (s: Session, n: News) => void
}
type News = { kind: string }
const { createGuestSession }: { createGuestSession: (guest: string, s: Surroundings) => Session } =
  await import(new URL('guest-session.js', import.meta.url).href)

let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
const server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`

// In a browser the page's own origin completes a path.
const fetchFromOrigin = globalThis.fetch
globalThis.fetch = (path, init) => {
  assert.ok(typeof path === 'string')
  return fetchFromOrigin(new URL(path, origin), init)
}
after(() => {
  globalThis.fetch = fetchFromOrigin
  server.close()
})

let clockMs = 0
let news: string[] = []
beforeEach(() => {
  clockMs = 1000
  news = []
})

function newSession() {
  return createGuestSession('ona', {
    now: () => clockMs,
    onUpdate: () => undefined,
    onNews: (_, { kind }) => news.push(kind),
  })
}

const away = { guest: 'ona', spot: null }
const seated = { guest: 'ona', spot: { id: 1, identifier: 'TABLE1', status: 'waiting', title: '' } }
const send = (response: ServerResponse, body: object, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

test('a poll that set out before an act cannot put the old state back', async () => {
  const session = newSession()
  const held = Promise.withResolvers<ServerResponse>()
  answer = (request, response) =>
    request.method === 'POST' ? send(response, seated) : held.resolve(response)
  const poll = session.refresh()
  const slow = await held.promise
  await session.act('scan', { code: 'PAYSERA*3:TABLE1' })
  send(slow, away)
  await poll
  assert.equal(session.view?.spot?.identifier, 'TABLE1')
})

test('a second tap during an act sends nothing', async () => {
  let posts = 0
  answer = (_, response) => {
    posts += 1
    send(response, seated)
  }
  const session = newSession()
  await Promise.all([session.act('pay'), session.act('pay'), session.act('refuse')])
  assert.equal(posts, 1)
  assert.equal(session.busy, undefined)
})

test('a refusal is kept for the guest to read', async () => {
  answer = (request, response) =>
    request.method === 'POST'
      ? send(response, { error: 'invalid_state', error_description: 'Too late' }, 409)
      : send(response, seated)
  const session = newSession()
  await session.act('pay')
  assert.equal(session.notice?.error.code, 'refused')
  assert.equal(session.notice?.error.reason, 'invalid_state')
  assert.deepEqual(news, ['notice'])
})

test('no answer to an act is said to be unknown until the next look', async () => {
  answer = (request) => request.socket.destroy()
  const session = newSession()
  await session.act('pay')
  assert.equal(session.notice?.error.code, 'no_answer')
  answer = (_, response) => send(response, seated)
  while (session.notice) await session.refresh()
  assert.equal(session.view?.spot?.identifier, 'TABLE1')
})

test('having read how one visit ended does not hide the end of the next', async () => {
  const session = newSession()
  answer = (_, response) => send(response, seated)
  await session.refresh()
  session.dismissedVisit = 'the visit before'
  await session.refresh()
  assert.equal(session.dismissedVisit, 'the visit before')
  answer = (_, response) => send(response, away)
  await session.refresh()
  assert.equal(session.dismissedVisit, undefined)
})

test('an outage keeps the last view, its beginning, and ends by itself', async () => {
  answer = (_, response) => send(response, seated)
  const session = newSession()
  await session.refresh()
  for (const failure of [
    (request: IncomingMessage) => request.socket.destroy(),
    (_: IncomingMessage, response: ServerResponse) => response.end('<html>'),
    (_: IncomingMessage, response: ServerResponse) => send(response, {}, 500),
  ]) {
    answer = failure
    await session.refresh()
    clockMs += 5000
    assert.equal(session.trouble?.sinceMs, 1000)
    assert.equal(session.view?.spot?.identifier, 'TABLE1')
  }
  answer = (_, response) => send(response, seated)
  await session.refresh()
  assert.equal(session.trouble, undefined)
  assert.deepEqual(news, ['lost', 'back'])
})
