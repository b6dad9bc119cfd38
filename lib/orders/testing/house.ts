import 'server-only'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { freePort } from '#lib/database/testing/postgres-server.ts'
import type { OrderDraft } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'

/** A running sandbox and an environment that points at it; each test file is a process and so a house of its own. */
export interface House {
  control: (call: string, body?: unknown) => Promise<Record<string, unknown>>
  state: () => Promise<SandboxState>
  /** A guest checks in at a table; answers the wallet's spot id. */
  scan: (guest: string, identifier: string) => Promise<number>
}

/** What the tests look at of the sandbox's own report, in the API's words. */
export interface SandboxState {
  spots: { id: number; identifier: string; status: string; orders: SandboxOrder[] }[]
  transactions: SandboxTransaction[]
}

interface SandboxOrder {
  id: number
  transaction_key: string
  status: string
}

interface SandboxTransaction {
  transaction_key: string
  status: string
  payments: { price: number; parameters?: Record<string, string> }[]
}

/** Keys that a guest at a spot can pay now: law 2 counts by transaction. */
export function payableKeys(state: SandboxState, spotId: number): string[] {
  const open = new Set(
    state.transactions.filter(({ status }) => status === 'new').map((one) => one.transaction_key),
  )
  const orders = state.spots.find((spot) => spot.id === spotId)?.orders ?? []
  const keys = orders
    .filter((order) => order.status === 'pending' && open.has(order.transaction_key))
    .map((order) => order.transaction_key)
  return [...new Set(keys)]
}

/** Transactions of ours that are neither confirmed nor ended, apart from those that an open order carries (law 4). */
export function hangingKeys(state: SandboxState): string[] {
  const carried = new Set(
    state.spots.flatMap((spot) =>
      spot.orders.filter(({ status }) => status !== 'closed').map((order) => order.transaction_key),
    ),
  )
  return state.transactions
    .filter(({ status }) => ['new', 'waiting', 'reserved'].includes(status))
    .map((transaction) => transaction.transaction_key)
    .filter((key) => !carried.has(key))
}

export const waiter = {
  actor: { staffId: 'w', name: 'Waiter', sessionId: 's', address: null },
  may: (permission: Permission) =>
    permission !== 'lower_without_reason' && permission !== 'close_unpaid_spot',
}

export const manager = {
  actor: { staffId: 'm', name: 'Manager', sessionId: 's', address: null },
  may: () => true,
}

export function draft(unitPriceMinor: number, quantity = 1): OrderDraft {
  return { lines: [{ title: 'Latte', quantity, unitPriceMinor }], currency: 'EUR' }
}

export async function openHouse(databaseUrl?: string): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'spotboard-house-'))
  const port = await freePort()
  Object.assign(process.env, {
    SANDBOX_PORT: String(port),
    DATA_DIR: folder,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    LOG_LEVEL: 'silent',
    WALLET_TIMEOUT_MS: '1000',
    WALLET_CALLS_PER_MINUTE: '100000',
    WALLET_CALLS_PER_HOUR: '100000',
  })
  const sandbox = spawn(process.execPath, ['sandbox/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, SANDBOX_DEMO: '0' },
  })
  await new Promise((resolve, reject) => {
    sandbox.stdout?.once('data', resolve)
    sandbox.once('exit', reject)
  })
  after(async () => {
    const { shutDown } = await import('#lib/runtime/lifecycle.ts')
    await shutDown()
    sandbox.kill()
    rmSync(folder, { recursive: true })
  })

  const url = `http://127.0.0.1:${port}/__control/`
  const control: House['control'] = async (call, body = {}) => {
    const response = await fetch(url + call, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${call}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  await control('settings', { rateLimit: false })
  return {
    control,
    state: async () => (await fetch(`${url}state`)).json(),
    scan: async (guest, identifier) => {
      const spot = await control('scan', { guest, code: `PAYSERA*3:${identifier}` })
      return Number(spot['id'])
    },
  }
}
