import 'server-only'
import { join, resolve } from 'node:path'
import {
  EnvironmentError,
  expects,
  readChoice,
  readHttpUrl,
  readInteger,
  readIntegers,
  readList,
  readOrigin,
  readText,
  readWord,
  type Variables,
} from './read-variables.ts'

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** The documentation's example credentials. They are public, so they never leave this machine. */
const exampleClient = { id: 'wkVd93h2uS', macKey: 'IrdTc8uQodU7PRpLzzLTW6wqZAO6tAMU' }

const highestPort = 65_535
const loopbackHosts = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

export type ParsedEnvironment = ReturnType<typeof parseEnvironment>

/** What the variables say, checked; throws an error with code `environment` that names the first bad one. */
export function parseEnvironment(variables: Variables, workingDir: string) {
  const sandboxPort = readInteger(variables, 'SANDBOX_PORT', { min: 1, max: highestPort }) ?? 4010
  const dataDir = resolve(workingDir, readText(variables, 'DATA_DIR') ?? 'data')
  const port = readInteger(variables, 'PORT', { min: 1, max: highestPort }) ?? 3000
  const wallet = parseWallet(variables, sandboxPort)
  return {
    mode: wallet.mode,
    host: parseHost(variables),
    port,
    publicOrigin: parsePublicOrigin(variables),
    trustProxy: readInteger(variables, 'TRUST_PROXY', { min: 0, max: 16 }) ?? 0,

    walletApiUrl: wallet.apiUrl.origin,
    walletClientId: wallet.client.id,
    walletMacKey: wallet.client.macKey,
    walletSignHost: parseSignHost(variables) ?? wallet.apiUrl.hostname,
    walletSignPort:
      readInteger(variables, 'WALLET_SIGN_PORT', { min: 1, max: highestPort }) ??
      effectivePort(wallet.apiUrl),
    walletProjectId: readInteger(variables, 'WALLET_PROJECT_ID', { min: 1, max: 2 ** 48 }),
    walletLocationIds: readIntegers(variables, 'WALLET_LOCATION_IDS', { min: 1, max: 2 ** 48 }),
    callsPerMinute:
      readInteger(variables, 'WALLET_CALLS_PER_MINUTE', { min: 1, max: 100_000 }) ?? 50,
    callsPerHour:
      readInteger(variables, 'WALLET_CALLS_PER_HOUR', { min: 1, max: 1_000_000 }) ?? 900,
    walletTimeoutMs:
      readInteger(variables, 'WALLET_TIMEOUT_MS', { min: 100, max: 300_000 }) ?? 15_000,
    walletCallbackUrl: parseCallbackUrl(variables),

    databaseUrl: parseDatabaseUrl(variables) ?? defaultDatabaseUrl(wallet.mode, dataDir),
    dataDir,
    sessionSecrets: parseSessionSecrets(variables),
    setupToken: readWord(variables, 'SETUP_TOKEN', 'printable characters without spaces'),
    metricsToken: readWord(variables, 'METRICS_TOKEN', 'printable characters without spaces'),
    logLevel: readChoice(variables, 'LOG_LEVEL', logLevels) ?? ('info' as const),

    sandboxPort,
    /** In practice without a wallet address of its own, the launcher brings the sandbox along. */
    bringsSandbox: wallet.bringsSandbox,
  }
}

function parseWallet(variables: Variables, sandboxPort: number) {
  const credentials = 'printable characters without spaces'
  const id = readWord(variables, 'WALLET_CLIENT_ID', credentials)
  const macKey = readWord(variables, 'WALLET_MAC_KEY', credentials)
  const given = readOrigin(
    variables,
    'WALLET_API_URL',
    'an http(s) address without a path, such as https://wallet.paysera.com',
  )
  if (id !== undefined && macKey !== undefined) {
    const apiUrl = given ?? new URL('https://wallet.paysera.com')
    return { mode: 'real' as const, client: { id, macKey }, apiUrl, bringsSandbox: false }
  }
  if (id !== undefined) throw expects('WALLET_MAC_KEY', 'given together with WALLET_CLIENT_ID')
  if (macKey !== undefined) throw expects('WALLET_CLIENT_ID', 'given together with WALLET_MAC_KEY')
  if (given !== undefined && !loopbackHosts.test(given.hostname)) {
    throw expects(
      'WALLET_API_URL',
      'an address on this machine while WALLET_CLIENT_ID and WALLET_MAC_KEY are not given',
    )
  }
  return {
    mode: 'practice' as const,
    client: exampleClient,
    apiUrl: given ?? new URL(`http://127.0.0.1:${sandboxPort}`),
    bringsSandbox: given === undefined,
  }
}

function parseHost(variables: Variables): string {
  const host = readText(variables, 'HOST') ?? '127.0.0.1'
  if (!/^([\w.-]+|[\da-f:.]+(%\w+)?)$/i.test(host)) {
    throw expects('HOST', 'a name or an address of this machine, without a port')
  }
  return host
}

/** Whoever sits between could keep back what comes over plain HTTP, so that is for this machine only. */
function parseCallbackUrl(variables: Variables): string | undefined {
  const expectation =
    'the https address of /api/wallet/callback as the wallet reaches it, or http on this machine'
  const url = readHttpUrl(variables, 'WALLET_CALLBACK_URL', expectation)
  if (url?.protocol === 'http:' && !loopbackHosts.test(url.hostname)) {
    throw expects('WALLET_CALLBACK_URL', expectation)
  }
  return url?.href
}

function parsePublicOrigin(variables: Variables): string | undefined {
  return readOrigin(
    variables,
    'PUBLIC_ORIGIN',
    'an http(s) origin without a path, such as https://spots.example',
  )?.origin
}

function parseSignHost(variables: Variables): string | undefined {
  const host = readText(variables, 'WALLET_SIGN_HOST')?.toLowerCase()
  if (host !== undefined && !/^([a-z\d.-]+|\[[\da-f:.]+\])$/.test(host)) {
    throw expects('WALLET_SIGN_HOST', 'a host name without a port')
  }
  return host
}

function effectivePort(url: URL): number {
  if (url.port !== '') return Number(url.port)
  return url.protocol === 'https:' ? 443 : 80
}

function parseDatabaseUrl(variables: Variables): string | undefined {
  const text = readText(variables, 'DATABASE_URL')
  if (text === undefined || /^file:[^?#]+$/.test(text)) return text
  const url = URL.parse(text)
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol) || url.hostname === '') {
    throw new EnvironmentError(
      'DATABASE_URL must be file:<path> of a SQLite database or postgres://<user>@<host>/<database>.',
    )
  }
  return text
}

function defaultDatabaseUrl(mode: 'practice' | 'real', dataDir: string): string {
  return `file:${join(dataDir, mode === 'practice' ? 'practice.db' : 'spotboard.db')}`
}

/** The first one signs, the others are still accepted (rotation). */
function parseSessionSecrets(variables: Variables): string[] {
  const secrets = readList(variables, 'SESSION_SECRET')
  if (secrets.some((secret) => secret.length < 32)) {
    throw expects('SESSION_SECRET', 'at least 32 characters long, in each part of its comma list')
  }
  return secrets
}
