import type { Order, OrderStatus } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import type { IconName } from '#components/ui/icon.tsx'

/** How an order is drawn; `unknown` is one whose last act has lost its answer. */
export type OrderLook = 'sending' | 'asked' | 'held' | 'received' | 'ended' | 'unknown'

export function orderLook(order: Order): OrderLook {
  if (order.work?.outcome === 'unknown') return 'unknown'
  if (order.status === 'closed') return order.closedAs === 'settled' ? 'received' : 'ended'
  return looks[order.status]
}

const looks: Record<Exclude<OrderStatus, 'closed'>, OrderLook> = {
  sending: 'sending',
  pending: 'asked',
  reserved: 'held',
  confirmed: 'received',
}

export const orderIcons: Record<OrderLook, IconName> = {
  sending: 'up',
  asked: 'open',
  held: 'held',
  received: 'received',
  ended: 'close',
  unknown: 'unknown',
}

export function orderStateWords(order: Order): string {
  if (order.work?.outcome === 'unknown') return text.order.notYetKnown
  if (order.work && order.status !== 'sending') return text.order.running[order.work.act]
  if (order.status === 'closed') return text.order.closed(order.closedAs, order.settledWith)
  return text.order.status[order.status]
}

/** Whether it still asks something of guest or staff. */
export function isLive(order: Order): boolean {
  return order.status === 'sending' || order.status === 'pending' || order.status === 'reserved'
}
