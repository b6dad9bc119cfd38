import * as z from 'zod/mini'
import type { SandboxControl } from '../fixtures/sandbox-control.ts'

const State = z.object({
  orders: z.array(z.object({ spot_id: z.int(), transaction_key: z.string(), status: z.string() })),
  transactions: z.array(
    z.object({
      transaction_key: z.string(),
      status: z.string(),
      payments: z.array(z.object({ price: z.int(), description: z.optional(z.string()) })),
    }),
  ),
})

/** A payment that a guest was offered at a spot, as the wallet knows it. */
export interface Offer {
  priceMinor: number
  orderStatus: string
  transactionStatus: string
}

/** Every payment that the wallet was ever asked for, oldest first: its price and what became of it. */
export async function payments(sandbox: SandboxControl): Promise<[number, string][]> {
  const { transactions } = State.parse(await sandbox.read('state'))
  return transactions.map(({ payments: [payment], status }) => [payment?.price ?? 0, status])
}

/** All that was ever put before the guests of a spot, oldest first. */
export async function offersAt(sandbox: SandboxControl, spotId: number): Promise<Offer[]> {
  const state = State.parse(await sandbox.read('state'))
  return state.orders
    .filter((order) => order.spot_id === spotId)
    .map((order) => {
      const transaction = state.transactions.find(
        ({ transaction_key: key }) => key === order.transaction_key,
      )
      return {
        priceMinor: transaction?.payments[0]?.price ?? 0,
        orderStatus: order.status,
        transactionStatus: transaction?.status ?? 'none',
      }
    })
}
