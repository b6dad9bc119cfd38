import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { beforeEach } from 'node:test'
import type { Order } from '#contract/order.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { submitOrder } from '../submit-order.ts'
import { draft, hangingKeys, payableKeys, stateOf, waiter } from './evening.ts'

/** The table of a test: a new one for each, with a guest at it, since the book outlives a reset of the sandbox. */
export interface Table {
  spotId: number
  guest: string
  submit: (minor: number, quantity?: number, intentId?: string) => Promise<Order>
  reserve: (order: Order) => Promise<unknown>
  /** Keys that the guest can pay now. */
  payable: () => Promise<string[]>
  /** Asserts that no transaction hangs that did not hang before the test (law 4). */
  nothingHangs: () => Promise<void>
}

/** Call it once in a suite; the answer gives each test its own table. */
export function tablesOf(house: House, name: string): () => Table {
  let count = 0
  let table: Table | undefined

  beforeEach(async () => {
    count += 1
    const guest = `${name} guest ${count}`
    const spotId = await house.scan(guest, `${name} ${count}`)
    await readSpot(spotId, 'person')
    const hungBefore = hangingKeys(await stateOf(house))
    table = {
      spotId,
      guest,
      submit: (minor, quantity = 1, intentId = randomUUID()) =>
        submitOrder({ intentId, spotId, draft: draft(minor, quantity), actor: waiter.actor }),
      reserve: ({ transactionKey }) => house.control('reserve', { guest, transactionKey }),
      payable: async () => payableKeys(await stateOf(house), spotId),
      nothingHangs: async () => {
        const hanging = hangingKeys(await stateOf(house))
        assert.deepEqual(
          hanging.filter((key) => !hungBefore.includes(key)),
          [],
        )
      },
    }
  })

  return () => {
    assert.ok(table)
    return table
  }
}
