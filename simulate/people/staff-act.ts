import type { Order } from '#contract/order.ts'
import type { manager, waiter } from '#lib/orders/testing/evening.ts'

export interface AskingAtSpot {
  intentId: string
  spotId: number
  /** Another table. */
  elsewhere: number
  /** No two askings have the same, so that an amount tells who asked for it; for some acts it is what they name. */
  amountMinor: number
  who: typeof waiter | typeof manager
}

export interface AskingOnOrder extends AskingAtSpot {
  order: { id: string; version: number; totalMinor: number }
  /** Another unsettled order of the spot, or the same where there is no other. */
  other: { id: string; version: number }
}

interface Common {
  /** How often staff do it, beside the others. */
  weight: number
  /** Whether the device gives the key, so that the same request can be sent again. */
  isKeyed: boolean
}

/** What staff may do and how it is asked for. An act on an order names the statuses in which it is tried, the best first. */
export type StaffAct =
  | (Common & { on: 'spot'; ask: (asking: AskingAtSpot) => Promise<StaffAnswer> })
  | (Common & {
      on: 'order'
      statuses: readonly string[]
      /** The amount that it names, where that is not one of its own. */
      names?: (totalMinor: number) => number
      ask: (asking: AskingOnOrder) => Promise<StaffAnswer>
    })

/** The order as it stands, all orders that it became, or whether it is known to be done. */
export type StaffAnswer = Order | readonly Order[] | boolean
