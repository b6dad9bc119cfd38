import { expect, test } from '@playwright/test'
import { address } from '#contract/address.ts'
import { Floor } from '#contract/floor-schema.ts'
import { Order } from '#contract/order.ts'
import { Session } from '#contract/session.ts'
import { freePort } from './fixtures/free-port.ts'
import { accounts } from './fixtures/sign-in.ts'
import { startProcess } from './fixtures/started-process.ts'
import { callsOf, draft } from './http/calls.ts'
import { cookieOf, freshKey, personWith, type Asking, type Person } from './http/person.ts'
import { openHouse } from './http/processes.ts'
import { read, readProblem } from './http/read-answer.ts'
import { openScreen } from './http/screen.ts'
import { canaries, clientFiles, secretsIn } from './http/secrets.ts'
import { beginVisit } from './http/test.ts'

const env = {
  WALLET_CLIENT_ID: 'wkVd93h2uS',
  WALLET_MAC_KEY: canaries.macKey,
  WALLET_TIMEOUT_MS: '1000',
  SESSION_SECRET: canaries.sessionSecret,
  SETUP_TOKEN: canaries.setUpToken,
  METRICS_TOKEN: canaries.metricsToken,
  LOG_LEVEL: 'trace',
}
const manager = { name: 'Rasa', email: 'rasa@bar.example', password: canaries.password }

test('law 12: a real installation is claimed once, and tells nobody a secret', async () => {
  const { wallet, dashboard, discard } = await openHouse(env)
  const told: string[] = []
  /** Remembers whatever a person is told, their own cookie set aside. */
  const listening = (person: Person): Person => ({
    ...person,
    ask: async (method, path, asking?: Asking) => {
      const answer = await person.ask(method, path, asking)
      const { 'set-cookie': _, ...headers } = answer.headers
      told.push(JSON.stringify(headers), answer.text)
      return answer
    },
  })
  try {
    const nobody = listening(personWith(dashboard.baseURL, ''))
    const signIn = (body: object) => nobody.ask('POST', address.session, { body })
    readProblem(await signIn(accounts.manager), 401, 'unauthenticated')
    const claim = (token: string) =>
      nobody.ask('POST', address.setUp, { body: { ...manager, token } })
    readProblem(await claim(canaries.wrongPassword), 403, 'forbidden')
    const claims = await Promise.all([claim(canaries.setUpToken), claim(canaries.setUpToken)])
    const first = claims.find(({ status }) => status === 201)
    const second = claims.find(({ status }) => status !== 201)
    if (!first || !second) throw new Error(claims.map(({ text }) => text).join('\n'))
    expect(read(first, 201, Session)).toMatchObject({ role: 'manager', mode: 'real' })
    readProblem(second, 409, 'conflict')
    readProblem(await claim(canaries.setUpToken), 409, 'conflict')
    const { email, password } = manager
    readProblem(await signIn({ email, password: canaries.wrongPassword }), 401, 'unauthenticated')
    readProblem(await signIn({ email: canaries.wrongPassword, password }), 401, 'unauthenticated')
    const signedIn = await signIn({ email, password })
    read(signedIn, 200, Session)

    const person = listening(personWith(dashboard.baseURL, cookieOf(signedIn)))
    const floor = async () => read(await person.ask('GET', address.floor), 200, Floor)
    await expect
      .poll(floor, { timeout: 15_000 })
      .toMatchObject({ trouble: { cause: 'wallet_refuses' } })
    const visit = await beginVisit(wallet)
    const path = address.spotOrders(visit.spotId)
    const submit = () => person.ask('POST', path, { body: draft(500), headers: freshKey() })
    readProblem(await submit(), 502, 'wallet_refused')

    await wallet.control('settings', { signatures: 'off' })
    await expect.poll(async () => (await floor()).trouble, { timeout: 30_000 }).toBeNull()
    const screen = await openScreen(dashboard.baseURL, person)
    const { id: orderId } = read(await submit(), 201, Order)
    for (const status of [400, 403, 409, 500, 502]) {
      await wallet.control('faults', {
        match: { method: 'POST' },
        kind: 'status_before',
        times: 1,
        status,
        body: JSON.stringify({ error: 'odd', error_description: canaries.walletText }),
      })
      await submit()
    }
    for (const kind of ['garbage', 'truncated']) {
      const fault = { kind, times: 2, body: `<p>${canaries.walletText}` }
      await wallet.control('faults', { match: { method: 'GET' }, ...fault })
      await person.ask('GET', address.spot(999_999))
    }
    const ids = { spotId: visit.spotId, orderId }
    for (const call of Object.values(callsOf(ids)).flat()) {
      if (call.path === address.floorStream || call.path === address.session) continue
      await person.ask(call.method, call.path, { headers: call.headers, body: call.body })
      await nobody.ask(call.method, call.path, { headers: call.headers, body: call.body })
    }
    const spot = `/spots/${visit.spotId}`
    const managed = ['/menu', '/tables', '/tables/codes', '/tables/round']
    const pages = ['/', '/sign-in', '/set-up', '/scan', ...managed, spot, '/nothing']
    for (const page of pages) {
      await person.ask('GET', page)
      await nobody.ask('GET', page)
    }
    told.push(JSON.stringify(screen.told()))
    screen.leave()

    expect(secretsIn(told.join('\n'), ['$argon2', 'password_hash', 'Fe26.2*'])).toEqual([])
    const log = dashboard.log().map((line) => JSON.stringify(line))
    expect(log.length).toBeGreaterThan(20)
    expect(secretsIn(log.join('\n'), ['$argon2', 'Fe26.2*', 'MAC id='])).toEqual([])
  } finally {
    await discard()
  }
})

test('law 12: what ships to browsers holds no secret and nothing of the server', () => {
  const files = clientFiles()
  expect(files.length).toBeGreaterThan(5)
  const ofTheServer = [
    'IrdTc8uQodU7PRpLzzLTW6wqZAO6tAMU',
    'WALLET_MAC_KEY',
    'SESSION_SECRET',
    'argon2',
    'node:sqlite',
    'kysely',
    'iron-session',
    'sourceMappingURL',
  ]
  for (const { path, text } of files) expect(secretsIn(text, ofTheServer), path).toEqual([])
})

const senseless: [name: string, value: string, others?: Record<string, string>][] = [
  ['SESSION_SECRET', 'CanaryTypo'],
  ['WALLET_MAC_KEY', 'CanaryTypo CanaryTypo', { WALLET_CLIENT_ID: 'x' }],
  ['SETUP_TOKEN', 'CanaryTypo ž'],
  ['METRICS_TOKEN', 'CanaryTypo ž'],
  ['WALLET_API_URL', 'http://u:CanaryTypo@127.0.0.1:1'],
  ['DATABASE_URL', 'mysql://u:CanaryTypo@127.0.0.1/x'],
  ['DATABASE_URL', 'postgres://u:CanaryTypo@127.0.0.1:1/x'],
]

for (const [name, value, others] of senseless) {
  const what = value.replaceAll('CanaryTypo', 'secret')
  test(`law 12: a start that ${name}="${what}" stops does not repeat the value`, async () => {
    const dataDir = test.info().outputPath('data')
    const ports = { PORT: String(await freePort()), SANDBOX_PORT: String(await freePort()) }
    const env = { ...ports, DATA_DIR: dataDir, [name]: value, ...others }
    const start = startProcess('node', ['bin/start.js'], env)
    expect(await start.ended).toEqual({ code: 1, signal: null })
    expect(start.output()).toMatch(new RegExp(`^${name} must .+\\.$`, 'm'))
    expect(secretsIn(start.output())).toEqual([])
  })
}
