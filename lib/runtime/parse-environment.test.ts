import assert from 'node:assert/strict'
import test from 'node:test'
import { parseEnvironment } from './parse-environment.ts'

const real = { WALLET_CLIENT_ID: 'merchant', WALLET_MAC_KEY: 'key' }
const parse = (variables: Record<string, string>) => parseEnvironment(variables, '/srv/spotboard')

test('nothing given is practice: example credentials, the sandbox, a database of its own', () => {
  const parsed = parse({})
  assert.equal(parsed.mode, 'practice')
  assert.equal(parsed.bringsSandbox, true)
  assert.equal(parsed.walletApiUrl, 'http://127.0.0.1:4010')
  assert.equal(parsed.walletClientId, 'wkVd93h2uS')
  assert.equal(parsed.databaseUrl, 'file:/srv/spotboard/data/practice.db')
  assert.equal(parsed.host, '127.0.0.1')
  assert.equal(parsed.port, 3000)
  assert.equal(parsed.callsPerMinute, 50)
  assert.equal(parsed.callsPerHour, 900)
  assert.equal(parsed.walletTimeoutMs, 15_000)
  assert.equal(parsed.trustProxy, 0)
  assert.equal(parsed.logLevel, 'info')
})

test('practice follows SANDBOX_PORT and DATA_DIR, and takes a wallet of its own on this machine', () => {
  assert.equal(parse({ SANDBOX_PORT: '4999' }).walletApiUrl, 'http://127.0.0.1:4999')
  assert.equal(parse({ DATA_DIR: '/var/spots' }).databaseUrl, 'file:/var/spots/practice.db')
  const own = parse({ WALLET_API_URL: 'http://localhost:4444/' })
  assert.equal(own.walletApiUrl, 'http://localhost:4444')
  assert.equal(own.bringsSandbox, false)
  assert.equal(own.mode, 'practice')
})

test('law 13: the example credentials never leave this machine', () => {
  for (const url of [
    'https://wallet.paysera.com',
    'http://10.0.0.7:4010',
    'http://127.0.0.1.evil.test',
  ]) {
    assert.throws(() => parse({ WALLET_API_URL: url }), {
      code: 'environment',
      message: /^WALLET_API_URL must be an address on this machine .*WALLET_CLIENT_ID/,
    })
  }
})

test('credentials make it real: the real wallet, signed for its own host and port', () => {
  const parsed = parse(real)
  assert.equal(parsed.mode, 'real')
  assert.equal(parsed.walletApiUrl, 'https://wallet.paysera.com')
  assert.equal(parsed.walletSignHost, 'wallet.paysera.com')
  assert.equal(parsed.walletSignPort, 443)
  assert.equal(parsed.bringsSandbox, false)
  assert.equal(parsed.databaseUrl, 'file:/srv/spotboard/data/spotboard.db')
})

test('what is signed can be set apart from where the wallet is reached', () => {
  const parsed = parse({
    ...real,
    WALLET_API_URL: 'http://127.0.0.1:4010',
    WALLET_SIGN_HOST: 'Wallet.Paysera.com',
    WALLET_SIGN_PORT: '443',
  })
  assert.equal(parsed.walletSignHost, 'wallet.paysera.com')
  assert.equal(parsed.walletSignPort, 443)
  assert.equal(parse({ ...real, WALLET_API_URL: 'http://localhost:81' }).walletSignPort, 81)
})

test('lists are read in order', () => {
  assert.deepEqual(parse({ WALLET_LOCATION_IDS: '3, 17' }).walletLocationIds, [3, 17])
  const secrets = ['a'.repeat(32), 'b'.repeat(40)]
  assert.deepEqual(parse({ SESSION_SECRET: secrets.join(',') }).sessionSecrets, secrets)
})

test('callbacks come over https, or stay on this machine', () => {
  for (const url of ['https://floor.example/api/wallet/callback', 'http://127.0.0.1:3000/x']) {
    assert.equal(parse({ ...real, WALLET_CALLBACK_URL: url }).walletCallbackUrl, url)
  }
  assert.equal(parse(real).walletCallbackUrl, undefined)
})

test('an empty variable counts as absent', () => {
  const parsed = parse({ PORT: '', WALLET_CLIENT_ID: '', WALLET_MAC_KEY: ' ', DATABASE_URL: '' })
  assert.equal(parsed.port, 3000)
  assert.equal(parsed.mode, 'practice')
})

const senseless: [name: string, ...values: string[]][] = [
  ['PORT', 'http', '0', '65536', '-1', '3000.5', '1e3', '0x10'],
  ['SANDBOX_PORT', 'none', '99999'],
  ['HOST', 'http://localhost', 'local host', '127.0.0.1/24'],
  ['WALLET_API_URL', 'wallet.paysera.com', 'ftp://x', 'https://wallet.paysera.com/rest/v1'],
  ['WALLET_SIGN_HOST', 'wallet.paysera.com:443', 'https://wallet.paysera.com'],
  ['WALLET_SIGN_PORT', 'https'],
  ['WALLET_PROJECT_ID', 'mine', '0'],
  ['WALLET_LOCATION_IDS', '3,,4', '3;4'],
  ['WALLET_CALLS_PER_MINUTE', '0', 'many'],
  ['WALLET_CALLS_PER_HOUR', '-5'],
  ['WALLET_TIMEOUT_MS', '15s', '5'],
  ['WALLET_CALLBACK_URL', '/api/wallet/callback', 'http://floor.example/api/wallet/callback'],
  ['DATABASE_URL', 'mysql://localhost/x', 'spotboard.db', 'file:', 'postgres:'],
  ['SESSION_SECRET', 'short', `${'a'.repeat(32)},short`],
  ['PUBLIC_ORIGIN', 'spots.example', 'https://spots.example/board'],
  ['LOG_LEVEL', 'loud'],
  ['METRICS_TOKEN', 'two words'],
  ['SETUP_TOKEN', 'tab\there'],
  ['TRUST_PROXY', 'yes', '-1'],
]

for (const [name, ...values] of senseless) {
  test(`a senseless ${name} is one sentence that names it`, () => {
    for (const value of values) {
      assert.throws(
        () => parse({ ...real, [name]: value }),
        { code: 'environment', message: new RegExp(`^${name} must be [^\n]+\\.$`) },
        `${name}=${value}`,
      )
    }
  })
}

test('a senseless list says that a list is expected', () => {
  assert.throws(() => parse({ ...real, WALLET_LOCATION_IDS: '3;4' }), {
    message: /^WALLET_LOCATION_IDS must be whole numbers .* with commas between them\.$/,
  })
})

test('half of the credentials is refused, naming the missing half', () => {
  assert.throws(() => parse({ WALLET_CLIENT_ID: 'merchant' }), {
    code: 'environment',
    message: /^WALLET_MAC_KEY must be /,
  })
  assert.throws(() => parse({ WALLET_MAC_KEY: 'key' }), {
    code: 'environment',
    message: /^WALLET_CLIENT_ID must be /,
  })
})

test('law 12: a refused secret is not repeated in the sentence', () => {
  for (const name of ['SESSION_SECRET', 'METRICS_TOKEN', 'WALLET_MAC_KEY', 'DATABASE_URL']) {
    assert.throws(
      () => parse({ ...real, [name]: 'ca nary' }),
      (error: Error) => error.message.includes(name) && !error.message.includes('ca nary'),
    )
  }
})
