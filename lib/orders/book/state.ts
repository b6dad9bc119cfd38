import 'server-only'
import type { Closing, OrderStatus } from '#contract/order.ts'
import type { OrderTable } from '#lib/database/order-tables.ts'
import { now } from '#lib/runtime/clock.ts'
import { meaningOf } from './meanings.ts'

export type OrderState = Pick<OrderTable, 'status' | 'closed_as'> &
  Partial<Pick<OrderTable, 'reserved_at' | 'decided_at'>>

/** An order for which no payment is held, and of which none was taken. */
export const nothingHeld = {
  judged: null,
  held_minor: null,
  held_currency: null,
  held_until: null,
  taken_minor: null,
}

export const undecided = { decided_at: null, decided_by: null }

/**
 * What a status of the transaction, or of the wallet's order, makes of an order that a guest was asked for. The
 * transaction is trusted over the order, since the order's status only follows it. A word that is not known leaves the
 * order payable (law 11).
 */
export function stateOfOrder(walletStatus: string): OrderState {
  switch (meaningOf('pending', walletStatus)) {
    case 'held':
      return state('reserved', { reserved_at: now() })
    case 'received':
      return state('confirmed', { decided_at: now() })
    case 'refused':
      return closedAs('refused')
    case 'expired':
      return closedAs('expired')
    case 'withdrawn':
      return closedAs('ended_by_wallet')
    default:
      return state('pending')
  }
}

export function closedAs(closing: Closing): OrderState {
  return { status: 'closed', closed_as: closing, decided_at: now() }
}

/** What an order is after its transactions were ended: confirmed if that came too late, else closed for this reason. */
export function endedAs(isConfirmed: boolean, closing: Closing): OrderState {
  return isConfirmed ? stateOfOrder('confirmed') : closedAs(closing)
}

function state(status: OrderStatus, times: Partial<OrderState> = {}): OrderState {
  return { status, closed_as: null, ...times }
}
