import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { WalletClient } from './client.ts'
import { isWalletError, type WalletError } from './errors.ts'
import { type RunningSandbox, startSandboxProcess } from './testing/running-sandbox.ts'
import { clientOf } from './testing/stub-wallet.ts'

/**
 * Each writing call under each fault. What the client says about the outcome is held against what
 * the sandbox holds afterwards: `no` must mean that nothing has changed, and a success that it has.
 */

const coffee = { priceMinor: 450, currency: 'EUR', description: 'Kava', reserveForSeconds: 3600 }

interface Scene {
  client: WalletClient
  orderId: number
  /** A new transaction on no order, the one on the order, and a reserved one. */
  free: string
  ordered: string
  reserved: string
}

interface Write {
  path: string
  make: (scene: Scene) => Promise<unknown>
  /** What a second delivery of the same request is answered with. */
  again: 'success' | 'refused'
}

const writes: Record<string, Write> = {
  createTransaction: {
    path: '/transaction$',
    make: ({ client }) => client.createTransaction(coffee),
    again: 'success',
  },
  createOrder: {
    path: '/order$',
    make: ({ client, free }) => client.createOrder(1, free),
    again: 'success',
  },
  editOrder: {
    path: '/order/\\d+$',
    make: ({ client, orderId, free }) => client.editOrder(orderId, free),
    again: 'success',
  },
  deleteOrder: {
    path: '/order/\\d+$',
    make: ({ client, orderId }) => client.deleteOrder(orderId),
    again: 'refused',
  },
  closeSpot: {
    path: '/close$',
    make: ({ client }) => client.closeSpot(1),
    again: 'success',
  },
  confirmTransaction: {
    path: '/confirm$',
    make: ({ client, reserved }) => client.confirmTransaction(reserved),
    again: 'refused',
  },
  revokeTransaction: {
    path: '/transaction/\\w+$',
    make: ({ client, reserved }) => client.revokeTransaction(reserved),
    again: 'refused',
  },
}

type Outcome = 'success' | `${WalletError['code']} ${WalletError['applied']}`

interface Fault {
  kind: string
  status?: number
  body?: string
  delayMs?: number
}

const faults: [string, Fault, Outcome | undefined][] = [
  ['a connection dropped at once', { kind: 'refuse' }, 'no_answer unknown'],
  ['a reset before', { kind: 'reset_before' }, 'no_answer unknown'],
  ['a reset after', { kind: 'reset_after' }, 'no_answer unknown'],
  ['silence before', { kind: 'timeout_before' }, 'no_answer unknown'],
  ['silence after', { kind: 'timeout_after' }, 'no_answer unknown'],
  ['502 before', { kind: 'status_before' }, 'no_answer unknown'],
  ['502 after', { kind: 'status_after' }, 'no_answer unknown'],
  ['500 before', { kind: 'status_before', status: 500 }, 'no_answer unknown'],
  ['500 after', { kind: 'status_after', status: 500 }, 'no_answer unknown'],
  ['429', { kind: 'status_before', status: 429 }, 'too_many_requests no'],
  ['403', { kind: 'status_before', status: 403 }, 'refused no'],
  ['409', { kind: 'status_before', status: 409 }, 'refused unknown'],
  ['a portal', { kind: 'status_before', status: 200, body: '<html>' }, 'unreadable unknown'],
  ['a portal after', { kind: 'status_after', status: 403, body: '<html>' }, 'unreadable unknown'],
  ['a redirect', { kind: 'status_after', status: 302, body: '' }, 'unreadable unknown'],
  ['a late application', { kind: 'late', delayMs: 20 }, 'no_answer unknown'],
  ['a double delivery', { kind: 'twice' }, undefined],
  ['a stale read', { kind: 'stale' }, 'success'],
  ['garbage', { kind: 'garbage' }, 'unreadable unknown'],
  ['a truncated answer', { kind: 'truncated' }, 'unreadable unknown'],
  ['one byte now and then', { kind: 'slow', delayMs: 50 }, 'no_answer unknown'],
]

let sandbox: RunningSandbox

before(async () => {
  sandbox = await startSandboxProcess()
})
after(() => sandbox.stop())
beforeEach(async () => {
  await sandbox.control('reset', {})
  await sandbox.control('settings', { rateLimit: false })
})

async function setScene(client: WalletClient): Promise<Scene> {
  await sandbox.control('scan', { guest: 'jonas', code: 'PAYSERA*3:TABLE1' })
  const keys: string[] = []
  for (let made = 0; made < 3; made += 1) keys.push((await client.createTransaction(coffee)).key)
  const [free = '', ordered = '', reserved = ''] = keys
  const { id: orderId } = await client.createOrder(1, ordered)
  await sandbox.control('reserve', { guest: 'jonas', transactionKey: reserved })
  return { client, orderId, free, ordered, reserved }
}

async function outcomeOf(call: Promise<unknown>): Promise<Outcome> {
  try {
    await call
    return 'success'
  } catch (error) {
    if (!isWalletError(error)) throw error
    return `${error.code} ${error.applied}`
  }
}

for (const [name, { path, make, again }] of Object.entries(writes)) {
  for (const [faultName, fault, expected] of faults) {
    test(`${name} with ${faultName}`, async () => {
      using patient = clientOf(sandbox.url)
      const scene = await setScene(patient.client)
      using caller = clientOf(sandbox.url, { timeoutMs: patienceMs(fault) })
      const before = await sandbox.holdings()
      await sandbox.control('faults', { match: { path }, times: 100, ...fault })
      const outcome = await outcomeOf(make({ ...scene, client: caller.client }))
      const hasChanged = !isEqual(await sandbox.holdings(), before)
      assert.equal(outcome, expected ?? (again === 'success' ? 'success' : 'refused unknown'))
      assert.equal(caller.records.length, 1, 'a write is sent once')
      if (outcome === 'success') assert.ok(hasChanged)
      if (outcome.endsWith(' no')) assert.equal(hasChanged, false)
    })
  }
}

test('nothing listens: a write has not been applied', async () => {
  const gone = await startSandboxProcess()
  await gone.stop()
  using caller = clientOf(gone.url)
  assert.equal(await outcomeOf(caller.client.createTransaction(coffee)), 'no_answer no')
})

const readFaults: [Fault, Outcome][] = [
  ...['refuse', 'reset_before', 'reset_after', 'status_before', 'status_after', 'late'].map(
    (kind): [Fault, Outcome] => [{ kind }, 'success'],
  ),
  [{ kind: 'garbage' }, 'success'],
  [{ kind: 'truncated' }, 'success'],
  [{ kind: 'status_before', status: 500 }, 'no_answer no'],
  [{ kind: 'status_before', status: 429 }, 'too_many_requests no'],
  [{ kind: 'timeout_before' }, 'no_answer no'],
  [{ kind: 'slow', delayMs: 50 }, 'no_answer no'],
]

for (const [fault, expected] of readFaults) {
  test(`a read that once meets ${JSON.stringify(fault)}: ${expected}`, async () => {
    using caller = clientOf(sandbox.url, { timeoutMs: patienceMs(fault) })
    await sandbox.control('faults', { match: { path: '/spots' }, times: 1, ...fault })
    const list = caller.client.listSpots({ status: 'closed', limit: 200, offset: 0 })
    assert.equal(await outcomeOf(list), expected)
    assert.equal(caller.records.length, expected === 'success' ? 2 : 1)
  })
}

/** Short only where the deadline is what ends the call. */
function patienceMs({ kind }: Fault): number {
  return kind.startsWith('timeout') || kind === 'slow' ? 300 : 5000
}

function isEqual(some: unknown, other: unknown): boolean {
  return JSON.stringify(some) === JSON.stringify(other)
}
