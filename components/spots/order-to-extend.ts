import type { Order } from '#contract/order.ts'

/**
 * The order that a second round goes onto: the newest one that the guest was asked for and has not paid. A part of a
 * divided bill is one guest's share, and an order at work may be another one in a moment, so they stay as they are.
 */
export function orderToExtend(orders: readonly Order[]): Order | undefined {
  return orders.findLast(({ status, work, part }) => status === 'pending' && !work && !part)
}
