import type { Order } from '#contract/order.ts'
import type { SpotDetail } from '#contract/spot.ts'

/** The spot with one order as the server has just answered it; a new one joins at the end. */
export function keepOrder(spot: SpotDetail, order: Order): SpotDetail {
  const isKnown = spot.orders.some(({ id }) => id === order.id)
  return {
    ...spot,
    orders: isKnown
      ? spot.orders.map((other) => (other.id === order.id ? order : other))
      : [...spot.orders, order],
  }
}
