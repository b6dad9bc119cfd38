import 'server-only'
import type { BookedOrder } from './book/order-book.ts'

/** Why an order that does not wait for payment cannot be changed. */
export function lockedBecause({ status }: BookedOrder): string {
  if (status === 'reserved') return 'The guest is paying this order: decline the payment first.'
  if (status === 'sending') return 'This order has not certainly reached the guest yet.'
  return 'This order is settled already.'
}
