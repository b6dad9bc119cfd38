import { randomUUID } from 'node:crypto'
import { ACCOUNT_HEADER } from '#contract/account-header.ts'
import { address } from '#contract/address.ts'
import { permissionsOf } from '#contract/permission.ts'
import { Session } from '#contract/session.ts'
import * as z from 'zod'
import { accounts } from './fixtures/sign-in.ts'
import { cookieOf, personWith, signIn, type Asking, type Person } from './http/person.ts'
import { read, readProblem } from './http/read-answer.ts'
import { send } from './http/send.ts'
import { expect, test } from './http/test.ts'

for (const role of ['staff', 'manager'] as const) {
  test(`${role} sign in, are told who they are and what they may do, and sign out`, async ({
    product: { baseURL },
    nobody,
  }) => {
    const body = accounts[role]
    const signedIn = await nobody.ask('POST', address.session, { body })
    const told = read(signedIn, 200, Session)
    expect(told).toMatchObject({ email: body.email, role, mode: 'practice', unprotected: false })
    expect(told.permissions).toEqual(permissionsOf(role))

    const person = personWith(baseURL, cookieOf(signedIn))
    expect(read(await person.ask('GET', address.session), 200, Session)).toEqual(told)

    const signedOut = await person.ask('DELETE', address.session)
    read(signedOut, 200, z.strictObject({}))
    expect(signedOut.headers['set-cookie']?.[0]).toMatch(/^spotboard=; Max-Age=0; Path=\/;/)
    readProblem(await person.ask('GET', address.session), 401, 'unauthenticated')
    readProblem(await person.ask('GET', address.floor), 401, 'unauthenticated')
    readProblem(await person.ask('DELETE', address.session), 401, 'unauthenticated')
  })
}

test('an address is one account in any case, and a new sign-in ends the session before it', async ({
  product: { baseURL },
}) => {
  const before = await signIn(baseURL, accounts.staff)
  const body = { ...accounts.staff, email: ' STAFF@Spotboard.TEST ' }
  const again = await before.ask('POST', address.session, { body })
  read(again, 200, Session)
  readProblem(await before.ask('GET', address.session), 401, 'unauthenticated')
  read(await personWith(baseURL, cookieOf(again)).ask('GET', address.session), 200, Session)
})

test('a page that shows the name of somebody else is of a session that is over', async ({
  product: { baseURL },
}) => {
  const [staff, manager] = [
    await signIn(baseURL, accounts.staff),
    await signIn(baseURL, accounts.manager),
  ]
  const [own, other] = [await namesOwn(manager), await namesOwn(staff)]
  const asked = [
    ['GET', address.session],
    ['GET', address.floor],
    ['GET', address.menu],
    ['POST', address.closeSpot(1)],
    ['DELETE', address.session],
  ] as const
  for (const [method, path] of asked) {
    readProblem(await manager.ask(method, path, other), 401, 'unauthenticated')
  }
  for (const [, path] of asked.slice(0, 3)) {
    expect((await manager.ask('GET', path, own)).status, path).toBe(200)
  }
})

test('a wrong password and an unknown address are told the same', async ({ nobody }) => {
  const attempts = [
    { email: accounts.staff.email, password: accounts.manager.password },
    { email: `${randomUUID()}@spotboard.test`, password: accounts.staff.password },
  ]
  const told = []
  for (const body of attempts) {
    const answer = await nobody.ask('POST', address.session, { body })
    expect(answer.headers).not.toHaveProperty('set-cookie')
    told.push(readProblem(answer, 401, 'unauthenticated'))
  }
  expect(told[0]).toEqual(told[1])
})

test('only the very cookie that was given out opens anything', async ({ product, staff }) => {
  const [name, sealed = ''] = staff.cookie.split(/=(.*)/s)
  const middle = Math.floor(sealed.length / 2)
  const other = sealed[middle] === 'A' ? 'B' : 'A'
  const values = [
    '',
    'x',
    'null',
    sealed.slice(0, -3),
    `${sealed.slice(0, -1)}x`,
    `${sealed}x`,
    sealed.replace(/~.*/, ''),
    `${sealed.slice(0, middle)}${other}${sealed.slice(middle + 1)}`,
    sealed.replace(/^Fe26\.2/, 'Fe26.1'),
    sealed.replaceAll('*', '%2A%00'),
    'A'.repeat(6000),
    '%',
  ]
  for (const value of values) {
    const stranger = personWith(product.baseURL, `${name}=${value}`)
    readProblem(await stranger.ask('GET', address.session), 401, 'unauthenticated')
  }
  const renamed = personWith(product.baseURL, `__Host-spotboard=${sealed}`)
  readProblem(await renamed.ask('GET', address.session), 401, 'unauthenticated')
  read(await staff.ask('GET', address.session), 200, Session)
})

const hosts = [
  { host: '127.0.0.1', name: 'spotboard', isSecure: false, unprotected: false },
  { host: 'localhost', name: '__Host-spotboard', isSecure: true, unprotected: false },
  { host: 'bar.example', name: 'spotboard', isSecure: false, unprotected: true },
]

for (const { host, name, isSecure, unprotected } of hosts) {
  test(`on http://${host} the cookie is ${name}`, async ({ product }) => {
    const { port } = new URL(product.baseURL)
    const answer = await send(product.baseURL, {
      method: 'POST',
      path: address.session,
      headers: {
        host: `${host}:${port}`,
        origin: `http://${host}:${port}`,
        'content-type': 'application/json',
        'x-forwarded-proto': 'https',
      },
      body: JSON.stringify(accounts.staff),
    })
    expect(read(answer, 200, Session).unprotected).toBe(unprotected)
    expect(answer.headers).not.toHaveProperty('strict-transport-security')
    const [line = '', ...others] = answer.headers['set-cookie'] ?? []
    expect(others).toEqual([])
    const [value = '', ...attributes] = line.split('; ')
    expect(value).toMatch(new RegExp(`^${name}=Fe26\\.2\\*`))
    expect(attributes.toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=604800',
      'Path=/',
      'SameSite=Lax',
      ...(isSecure ? ['Secure'] : []),
    ])
  })
}

test('guessing is slowed down, for the guessed account and nobody else', async ({
  product,
  nobody,
}) => {
  const body = { email: `${randomUUID()}@spotboard.test`, password: 'guess' }
  const guess = () => nobody.ask('POST', address.session, { body })
  for (let tries = 0; tries < 5; tries += 1) readProblem(await guess(), 401, 'unauthenticated')
  const refused = await guess()
  readProblem(refused, 429, 'too_many_requests')
  const pauseS = Number(refused.headers['retry-after'])
  expect(pauseS).toBeGreaterThan(0)
  expect(pauseS).toBeLessThanOrEqual(60)
  await signIn(product.baseURL, accounts.staff)
})

test('guesses side by side do not slip past the limit', async ({ nobody }) => {
  const body = { email: `${randomUUID()}@spotboard.test`, password: 'guess' }
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => nobody.ask('POST', address.session, { body })),
  )
  const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429, 429])
})

/** The header of a page that shows this person's name. */
async function namesOwn({ ask }: Person): Promise<Asking> {
  const { staffId } = read(await ask('GET', address.session), 200, Session)
  return { headers: { [ACCOUNT_HEADER]: staffId } }
}
