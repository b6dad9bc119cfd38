import * as z from 'zod'
import type { SandboxControl } from '../fixtures/sandbox-control.ts'

const payment = z.looseObject({ price: z.int(), currency: z.string(), description: z.string() })
const order = z.looseObject({ id: z.int(), transaction_key: z.string(), status: z.string() })
const State = z.looseObject({
  spots: z.array(z.looseObject({ id: z.int(), status: z.string(), orders: z.array(order) })),
  transactions: z.array(
    z.looseObject({
      transaction_key: z.string(),
      status: z.string(),
      payments: z.array(payment),
    }),
  ),
  calls: z.record(z.string(), z.int()),
})
export type WalletState = z.output<typeof State>

/** What the sandbox holds, in the API's words. */
export async function walletState(sandbox: SandboxControl): Promise<WalletState> {
  return State.parse(await sandbox.read('state'))
}

/** Keys that a guest at a spot can pay now: law 2 counts by transaction. */
export function payableKeys(state: WalletState, spotId: number): string[] {
  return [...new Set(keysOfPayableOrders(state, spotId))]
}

/** A key stands here as often as there are orders that carry it. */
export function keysOfPayableOrders(state: WalletState, spotId: number): string[] {
  const orders = state.spots.find((spot) => spot.id === spotId)?.orders ?? []
  return orders
    .filter((one) => one.status === 'pending' && statusOf(state, one.transaction_key) === 'new')
    .map((one) => one.transaction_key)
}

export function statusOf(state: WalletState, transactionKey: string): string | undefined {
  return state.transactions.find((one) => one.transaction_key === transactionKey)?.status
}

/** Transactions that are neither confirmed nor ended although no open order carries them (law 4). */
export function hangingKeys(state: WalletState): string[] {
  const carried = new Set(
    state.spots
      .flatMap((spot) => spot.orders)
      .filter(({ status }) => status !== 'closed')
      .map((one) => one.transaction_key),
  )
  return state.transactions
    .filter(({ status }) => ['new', 'waiting', 'reserved'].includes(status))
    .map((transaction) => transaction.transaction_key)
    .filter((key) => !carried.has(key))
}

/** Every call that changes something at the wallet, counted by method and path. */
export function writesOf(state: WalletState): Record<string, number> {
  return Object.fromEntries(
    Object.entries(state.calls).filter(([call]) => !call.startsWith('GET ')),
  )
}

/** How often single things were read, which no poll does by itself. */
export async function readsById(sandbox: SandboxControl): Promise<Record<string, number>> {
  const { calls } = await walletState(sandbox)
  return Object.fromEntries(Object.entries(calls).filter(([call]) => /^GET .*:/.test(call)))
}
