import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { freePort } from '../fixtures/free-port.ts'
import type { LogLine } from '../fixtures/running-product.ts'
import { sandboxControl, type SandboxControl } from '../fixtures/sandbox-control.ts'
import { startProcess, type Ended, type StartedProcess } from '../fixtures/started-process.ts'

/** A wallet that can be away and come back with everything that it held. */
export interface Wallet extends SandboxControl {
  url: string
  goAway: () => Promise<void>
  comeBack: () => Promise<void>
  /** Hangs: connections are accepted, and nothing is answered until `thaw`. */
  freeze: () => void
  thaw: () => void
}

/** A dashboard that can be killed like one whose machine lost its power. */
export interface Dashboard {
  baseURL: string
  /** Of its present life. */
  pid: () => number
  /** Everything that it has said in its present life, which resolves when that is over. */
  ended: () => Promise<Ended & { said: string }>
  /** JSON lines of all its lives. */
  log: () => LogLine[]
  crash: () => Promise<void>
  /** Hangs: connections are accepted, and nothing is answered until `thaw`. */
  freeze: () => void
  thaw: () => void
  stop: () => Promise<void>
  /** Starts on the same data, with other settings if given. */
  start: (env?: Record<string, string>) => Promise<void>
}

export interface House {
  wallet: Wallet
  dashboard: Dashboard
  dataDir: string
  discard: () => Promise<void>
}

/** Room for more calls than an evening makes, since a test makes them within a minute. */
const ample = { WALLET_CALLS_PER_MINUTE: '100000', WALLET_CALLS_PER_HOUR: '1000000' }

/** Wallet and dashboard as processes of their own, since `npm start` would end one with the other. */
export async function openHouse(
  env: Record<string, string> = {},
  { walletIsKept = true }: { walletIsKept?: boolean } = {},
): Promise<House> {
  const dataDir = await mkdtemp(join(tmpdir(), 'spotboard-house-'))
  // Writing down all that it holds after each change takes long where that is much.
  const wallet = await startWallet(walletIsKept ? join(dataDir, 'wallet.json') : null)
  await wallet.control('settings', { rateLimit: false })
  const own = { DATA_DIR: dataDir, WALLET_API_URL: wallet.url }
  const dashboard = await startDashboard({ ...ample, ...own, ...env })
  const discard = async () => {
    await dashboard.stop()
    await wallet.goAway()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { wallet, dashboard, dataDir, discard }
}

async function startWallet(statePath: string | null): Promise<Wallet> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const kept = statePath === null ? {} : { SANDBOX_STATE: statePath }
  const env = { SANDBOX_PORT: String(port), ...kept }
  const start = async () => {
    const started = startProcess('node', ['sandbox/main.ts'], env)
    await started.says('listens on')
    return started
  }
  let current = await start()
  return {
    ...sandboxControl(url),
    url,
    goAway: () => end(current, 'SIGTERM'),
    comeBack: async () => {
      current = await start()
    },
    freeze: () => current.child.kill('SIGSTOP'),
    thaw: () => current.child.kill('SIGCONT'),
  }
}

async function startDashboard(settings: Record<string, string>): Promise<Dashboard> {
  const port = await freePort()
  const baseURL = `http://127.0.0.1:${port}`
  const lives: StartedProcess[] = []
  const start = async (changes: Record<string, string> = {}): Promise<void> => {
    const env = { ...settings, ...changes, PORT: String(port) }
    const args = ['--conditions=react-server', 'bin/dashboard.ts']
    const started = startProcess('node', args, env)
    lives.push(started)
    await started.says('"msg":"listening"')
  }
  await start()
  const present = (): StartedProcess => {
    const last = lives.at(-1)
    if (last === undefined) throw new Error('the dashboard was never started')
    return last
  }
  const endNow = async (signal: NodeJS.Signals) => {
    await end(present(), signal)
  }
  return {
    baseURL,
    pid: () => present().child.pid ?? 0,
    ended: async () => {
      const { ended, output } = present()
      return { ...(await ended), said: output() }
    },
    log: () => lives.flatMap(({ output }) => linesOf(output())),
    crash: () => endNow('SIGKILL'),
    freeze: () => present().child.kill('SIGSTOP'),
    thaw: () => present().child.kill('SIGCONT'),
    stop: () => endNow('SIGTERM'),
    start,
  }
}

async function end({ child, ended }: StartedProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal)
  // What is frozen hears nothing before it goes on.
  child.kill('SIGCONT')
  await ended
}

function linesOf(output: string): LogLine[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line): LogLine => JSON.parse(line))
}

/** Nothing went wrong that nobody foresaw, in any life of the dashboard. */
export function expectCleanLog({ log }: Dashboard): void {
  const errors = log().filter(({ level }) => level >= 50)
  expect(errors).toEqual([])
}
