import { randomUUID } from 'node:crypto'
import { address } from '#contract/address.ts'
import { Order } from '#contract/order.ts'
import { discardProduct, startProduct, type RunningProduct } from '../fixtures/running-product.ts'
import { sandboxControl, type SandboxControl } from '../fixtures/sandbox-control.ts'
import { accounts } from '../fixtures/sign-in.ts'
import { test as base } from '../fixtures/test.ts'
import { draft } from './calls.ts'
import { deleteAtOnce, freshKey, personWith, signIn, type Person } from './person.ts'
import { read } from './read-answer.ts'
import { hangingKeys, walletState } from './wallet-state.ts'

export { expect } from '@playwright/test'

/** A place with an identifier that no other test uses, and a guest who has checked in there. */
export interface Visit {
  spotId: number
  guest: string
  identifier: string
}

interface OfEachTest {
  visit: Visit
  /** Puts an order of so many cents on the visit's spot. */
  order: (amountMinor: number) => Promise<Order>
  /** Transactions that hang and did not before the test (law 4): tests of one house leave some behind. */
  hanging: () => Promise<string[]>
}

interface OfEachWorker {
  product: RunningProduct
  manager: Person
  staff: Person
  nobody: Person
}

/** The product with room for hundreds of calls a minute, and a wallet that is given up on after a second. */
const settings = {
  WALLET_CALLS_PER_MINUTE: '100000',
  WALLET_CALLS_PER_HOUR: '1000000',
  WALLET_TIMEOUT_MS: '1000',
  LOG_LEVEL: 'debug',
}

export const test = base.extend<OfEachTest, OfEachWorker>({
  product: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const product = await startProduct(settings)
      await sandboxControl(product.sandboxURL).control('settings', { rateLimit: false })
      await deleteAtOnce(await signIn(product.baseURL, accounts.manager))
      await use(product)
      await discardProduct(product)
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  manager: [
    async ({ product }, use) => {
      await use(await signIn(product.baseURL, accounts.manager))
    },
    { scope: 'worker' },
  ],
  staff: [
    async ({ product }, use) => {
      await use(await signIn(product.baseURL, accounts.staff))
    },
    { scope: 'worker' },
  ],
  nobody: [
    async ({ product }, use) => {
      await use(personWith(product.baseURL, ''))
    },
    { scope: 'worker' },
  ],
  visit: async ({ sandbox }, use) => {
    await use(await beginVisit(sandbox))
  },
  hanging: async ({ sandbox }, use) => {
    const before = new Set(hangingKeys(await walletState(sandbox)))
    await use(async () => {
      const now = hangingKeys(await walletState(sandbox))
      return now.filter((key) => !before.has(key))
    })
  },
  order: async ({ staff, visit }, use) => {
    await use(async (amountMinor) => {
      const body = draft(amountMinor)
      const asking = { body, headers: freshKey() }
      return read(await staff.ask('POST', address.spotOrders(visit.spotId), asking), 201, Order)
    })
  },
})

/** Anyone can fabricate a code, so each test has a place that nobody else looks at. */
export async function beginVisit(
  sandbox: SandboxControl,
  identifier: string = randomUUID(),
): Promise<Visit> {
  const guest = `guest ${randomUUID()}`
  return { spotId: await sandbox.scan(guest, identifier), guest, identifier }
}
