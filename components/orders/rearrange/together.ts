import { MAX_AMOUNT_MINOR } from '#contract/money.ts'
import { MAX_LINES } from '#contract/order.ts'
import type { Order } from '#contract/order.ts'

/** The orders that another one can take over: unpaid and at rest. */
export function joinable(orders: readonly Order[], order: Order): Order[] {
  return orders.filter(({ id, status, work }) => id !== order.id && status === 'pending' && !work)
}

/** What the guest would be asked for if one order took over the lines of the other; null where that is too much. */
export function together(
  order: Order,
  other: Order,
): Pick<Order, 'lines' | 'discountMinor' | 'totalMinor' | 'currency'> | null {
  const lines = [...order.lines, ...other.lines]
  const totalMinor = order.totalMinor + other.totalMinor
  if (lines.length > MAX_LINES || totalMinor > MAX_AMOUNT_MINOR) return null
  const discountMinor = order.discountMinor + other.discountMinor
  return { lines, discountMinor, totalMinor, currency: order.currency }
}
