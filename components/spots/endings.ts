import type { Order } from '#contract/order.ts'
import { offerableClosings } from '#contract/order.ts'

/** How freeing a table stands: what keeps it from being freed comes before what would end with it. */
export type Hindrance = 'held' | 'at_work' | 'unpaid' | 'none'

/** What ends with the spot, or keeps it open: all that can be paid, is held, or has work to be done with it. */
export function endingsOf(orders: readonly Order[]): Order[] {
  return orders.filter(({ status }) => status !== 'closed' && status !== 'confirmed')
}

/** What stands in the sheet: what ends, and what was declined or ended while it was open, which can be asked again. */
export function shownIn(orders: readonly Order[], wereOpen: ReadonlySet<string>): Order[] {
  const endings = endingsOf(orders)
  return orders.filter(
    (order) =>
      endings.includes(order) ||
      (wereOpen.has(order.id) && offerableClosings.some((closing) => closing === order.closedAs)),
  )
}

export function hindranceOf(orders: readonly Order[]): Hindrance {
  const endings = endingsOf(orders)
  if (endings.some(({ status }) => status === 'reserved')) return 'held'
  const staying = endings.filter(({ work }) => work?.outcome !== 'scheduled')
  if (staying.some(({ status, work }) => status !== 'pending' || work !== undefined)) {
    return 'at_work'
  }
  return staying.length > 0 ? 'unpaid' : 'none'
}
