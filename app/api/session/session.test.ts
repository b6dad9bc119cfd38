import { callRoute, ORIGIN, type TestCall } from '#lib/http/testing/call-route.ts'
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Problem } from '#contract/problem-schema.ts'
import { Session } from '#contract/session.ts'
import { unsealSessionId } from '#lib/auth/session-cookie.ts'
import { findOpenSessions } from '#lib/auth/sessions.ts'
import { database } from '#lib/database/connection.ts'
import { prepareInstallation } from '#lib/auth/prepare-installation.ts'
import { shutDown } from '#lib/runtime/lifecycle.ts'
import { DELETE, GET, POST } from './route.ts'

const folder = mkdtempSync(join(tmpdir(), 'spotboard-session-'))
Object.assign(process.env, {
  LOG_LEVEL: 'silent',
  DATA_DIR: folder,
  SESSION_SECRET: 's'.repeat(40),
  TRUST_PROXY: '1',
})

const manager = { email: 'manager@spotboard.test', password: 'demo-manager-1' }

before(prepareInstallation)
after(async () => {
  await shutDown()
  rmSync(folder, { recursive: true })
})

const signIn = (call: TestCall = {}) => callRoute(POST, { method: 'POST', body: manager, ...call })

function setCookieOf(response: Response): string {
  const [cookie = '', ...others] = response.headers.getSetCookie()
  assert.deepEqual(others, [])
  return cookie
}

const asCookie = (setCookie: string): string => setCookie.split(';', 1)[0] ?? ''

const sealOf = (setCookie: string): string => asCookie(setCookie).split('=')[1] ?? ''

async function codeOf(response: Response): Promise<string> {
  return Problem.parse(await response.json()).code
}

test('signing in tells who that is and what they may do, and nothing else', async () => {
  const response = await signIn()
  assert.equal(response.status, 200)
  const session = Session.parse(await response.json())
  assert.equal(session.role, 'manager')
  assert.equal(session.mode, 'practice')
  assert.equal(session.unprotected, true)
  const mine = await callRoute(GET, { headers: { cookie: asCookie(setCookieOf(response)) } })
  assert.deepEqual(Session.parse(await mine.json()), session)
})

test('over plain HTTP the cookie has the plain name and goes without Secure', async () => {
  const cookie = setCookieOf(await signIn())
  assert.match(cookie, /^spotboard=Fe26/)
  assert.match(cookie, /; HttpOnly/)
  assert.match(cookie, /; SameSite=Lax/i)
  assert.match(cookie, /; Path=\//)
  assert.match(cookie, /; Max-Age=604800/)
  assert.doesNotMatch(cookie, /Secure|Domain/i)
})

test('over https and on localhost it is __Host- and Secure, and the plain one does not count', async () => {
  const origins: Record<string, string>[] = [
    {
      host: 'floor.example',
      origin: 'https://floor.example',
      'x-forwarded-proto': 'https',
    },
    { host: 'localhost:3000', origin: 'http://localhost:3000' },
  ]
  for (const headers of origins) {
    const cookie = setCookieOf(await signIn({ headers }))
    assert.match(cookie, /^__Host-spotboard=Fe26/)
    assert.match(cookie, /; Secure/)
    assert.match(cookie, /; Path=\//)
    assert.doesNotMatch(cookie, /Domain/i)
    const seal = sealOf(cookie)
    const good = await callRoute(GET, {
      headers: { ...headers, cookie: `__Host-spotboard=${seal}` },
    })
    assert.equal(good.status, 200)
    assert.equal(Session.parse(await good.json()).unprotected, false)
    const plain = await callRoute(GET, { headers: { ...headers, cookie: `spotboard=${seal}` } })
    assert.equal(await codeOf(plain), 'unauthenticated')
  }
  for (const host of ['127.0.0.1:3000', 'localhost.evil.example']) {
    const cookie = setCookieOf(await signIn({ headers: { host, origin: `http://${host}` } }))
    assert.match(cookie, /^spotboard=/)
  }
})

test("no cookie, somebody else's, a changed one or a made-up one is nobody", async () => {
  const seal = sealOf(setCookieOf(await signIn()))
  const middle = Math.floor(seal.length / 2)
  const flipped = seal[middle] === 'A' ? 'B' : 'A'
  const cookies = [
    '',
    'spotboard=',
    `__Host-spotboard=${seal}`,
    `spotboard=${seal.slice(0, middle)}${flipped}${seal.slice(middle + 1)}`,
    `spotboard=${seal.slice(0, -10)}`,
    'spotboard=x',
    'spotboard={"sessionId":"1"}',
  ]
  for (const cookie of cookies) {
    const response = await callRoute(GET, { headers: { cookie } })
    assert.equal(response.status, 401, cookie)
    assert.equal(await codeOf(response), 'unauthenticated')
  }
})

test('signing out ends the session for every copy of the cookie, and takes it from the browser', async () => {
  const cookie = asCookie(setCookieOf(await signIn()))
  const sessionId = (await unsealSessionId(cookie.split('=')[1])) ?? ''
  const isOpen = async () => (await findOpenSessions(await database(), [sessionId])).size === 1
  assert.equal(await isOpen(), true)
  const response = await callRoute(DELETE, { method: 'DELETE', headers: { cookie } })
  assert.equal(response.status, 200)
  assert.match(setCookieOf(response), /^spotboard=; .*Max-Age=0/)
  assert.equal(await isOpen(), false)
  assert.equal((await callRoute(GET, { headers: { cookie } })).status, 401)
  assert.equal((await callRoute(DELETE, { method: 'DELETE', headers: { cookie } })).status, 401)
})

test('a sign-in ignores the session id that the browser brought, and ends that session', async () => {
  const planted = asCookie(setCookieOf(await signIn()))
  const fresh = asCookie(setCookieOf(await signIn({ headers: { cookie: planted } })))
  const ids = await Promise.all(
    [planted, fresh].map((cookie) => unsealSessionId(cookie.split('=')[1])),
  )
  assert.notEqual(ids[0], ids[1])
  assert.equal((await callRoute(GET, { headers: { cookie: planted } })).status, 401)
  assert.equal((await callRoute(GET, { headers: { cookie: fresh } })).status, 200)
})

test('a sign-in from another site or with another body is refused before it is tried', async () => {
  const foreign = await signIn({ headers: { origin: 'http://evil.example' } })
  assert.equal(await codeOf(foreign), 'forbidden')
  assert.deepEqual(foreign.headers.getSetCookie(), [])
  const strange = await signIn({ body: { ...manager, role: 'manager' } })
  assert.equal(await codeOf(strange), 'invalid')
  const form = await signIn({
    body: 'email=manager@spotboard.test&password=demo-manager-1',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN },
  })
  assert.equal(form.status, 415)
})
