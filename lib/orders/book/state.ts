import 'server-only'
import type { Closing, OrderStatus } from '#contract/order.ts'
import type { OrderTable } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'

export type OrderState = Pick<OrderTable, 'status' | 'closed_as'> &
  Partial<Pick<OrderTable, 'reserved_at'>>

/**
 * What a status of the transaction, or of the wallet's order, means for the order in the book. The transaction is
 * trusted over the order, since the order's status only follows it. A word that is not known leaves the order payable
 * (law 11).
 */
export function stateOfOrder(walletStatus: string): OrderState {
  switch (walletStatus) {
    case 'reserved':
      return state('reserved', { reserved_at: now() })
    case 'confirmed':
      return state('confirmed')
    case 'rejected':
      return closedAs('refused')
    case 'failed':
      return closedAs('expired')
    case 'revoked':
    case 'deleted':
      return closedAs('declined')
    default:
      return state('pending')
  }
}

export function closedAs(closing: Closing): OrderState {
  return { status: 'closed', closed_as: closing }
}

/** What an order is after its transactions were ended: confirmed if that came too late, else closed for this reason. */
export function endedAs(isConfirmed: boolean, closing: Closing): OrderState {
  return isConfirmed ? stateOfOrder('confirmed') : closedAs(closing)
}

function state(status: OrderStatus, times: Partial<OrderState> = {}): OrderState {
  return { status, closed_as: null, ...times }
}
