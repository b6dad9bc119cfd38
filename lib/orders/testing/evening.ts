import 'server-only'
import { z } from 'zod'
import type { Order, OrderDraft } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { describeOrder } from '../book/order-book.ts'

const order = z.looseObject({ id: z.int(), transaction_key: z.string(), status: z.string() })

/** What the tests look at of the sandbox's own report, in the API's words. */
const SandboxState = z.looseObject({
  spots: z.array(z.looseObject({ id: z.int(), status: z.string(), orders: z.array(order) })),
  transactions: z.array(
    z.looseObject({
      transaction_key: z.string(),
      status: z.string(),
      payments: z.array(z.looseObject({ description: z.optional(z.string()) })),
    }),
  ),
})
type SandboxState = z.output<typeof SandboxState>

export async function stateOf(house: House): Promise<SandboxState> {
  return SandboxState.parse(await house.control('state'))
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
    permission !== 'lower_without_reason' &&
    permission !== 'close_unpaid_spot' &&
    permission !== 'reduce_above_limit',
}

export const manager = {
  actor: { staffId: 'm', name: 'Manager', sessionId: 's', address: null },
  may: () => true,
}

export function draft(unitPriceMinor: number, quantity = 1): OrderDraft {
  return { lines: [{ title: 'Latte', quantity, unitPriceMinor }], currency: 'EUR' }
}

/** Waits for an act that goes on in the background, as a screen does: for the floor to say that the spot changed. */
export async function until(orderId: string, isSo: (order: Order) => boolean): Promise<Order> {
  const floor = await liveFloor()
  const db = await database()
  for (;;) {
    const changed = new Promise<void>((resolve) => floor.hub.onNextChange(resolve))
    const present = await describeOrder(db, orderId)
    if (isSo(present)) return present
    await changed
  }
}

/** Waits until nothing is at work on an order any more. */
export function settled(orderId: string): Promise<Order> {
  return until(orderId, ({ work }) => work === undefined)
}
