import type { Order, OrderStatus } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import type { IconName } from '#components/ui/icon.tsx'

/**
 * How an order is drawn; `unknown` is one whose last act has lost its answer, `waiting` one whose act Paysera does not
 * answer, and `asking` one that waits for a person to say whether the guest is still to be asked.
 */
export type OrderLook =
  | 'sending'
  | 'asked'
  | 'held'
  | 'received'
  | 'ended'
  | 'unknown'
  | 'waiting'
  | 'asking'

export function orderLook(order: Order): OrderLook {
  if (isTakenMeanwhile(order)) return 'received'
  switch (order.work?.outcome) {
    case 'unknown':
    case 'waiting':
    case 'asking':
      return order.work.outcome
    default:
      if (order.status === 'closed') return order.closedAs === 'settled' ? 'received' : 'ended'
      return looks[order.status]
  }
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
  waiting: 'trouble',
  asking: 'asking',
}

export function orderStateWords(order: Order): string {
  const { work, status, settledWith } = order
  if (isTakenMeanwhile(order) && settledWith) return text.taken.state[settledWith]
  switch (work?.outcome) {
    case 'unknown':
      return text.order.notYetKnown
    case 'waiting':
      return text.sending.waitingState
    case 'asking':
      return text.sending.askingState
    case 'scheduled':
      return text.undo.state
    default:
  }
  if (work && status === 'sending' && work.act === 'delete') return text.sending.cancelling
  if (work && status !== 'sending') return text.order.running[work.act]
  if (status === 'closed') return text.order.closed(order.closedAs, settledWith)
  return text.order.status[status]
}

/** Whether it still asks something of guest or staff. */
export function isLive(order: Order): boolean {
  return order.status === 'sending' || order.status === 'pending' || order.status === 'reserved'
}

/** It was taken in cash or by card, and Spotboard still has to take it out of the app, which Paysera does not answer. */
export function isTakenMeanwhile({ settledWith, status, work }: Order): boolean {
  const isAsked = status === 'sending' || status === 'pending'
  return settledWith !== undefined && isAsked && work !== undefined && work.outcome !== 'running'
}
