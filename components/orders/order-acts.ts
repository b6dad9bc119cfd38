import { CANCEL_AFTER_MS, offerableClosings } from '#contract/order.ts'
import type { Order } from '#contract/order.ts'

/** Which buttons stand under an order. */
export type OrderActs =
  /** The guest's money is held, and somebody decides. */
  | 'held'
  /** The guest was asked and has not paid. */
  | 'asked'
  /** It is about to be deleted, which can be undone. */
  | 'scheduled'
  /** It is not certain yet that the guest was asked. */
  | 'sending'
  /** It waited so long to go out that a person has to say whether it still does. */
  | 'asking'
  /** It ended unpaid and can be put before the guest again. */
  | 'again'

export function actsOn({ status, closedAs, settledWith, work }: Order): OrderActs | null {
  // It is taken already, and Spotboard is about to take it out of the app.
  if (settledWith !== undefined && (status === 'pending' || status === 'sending')) return null
  if (work?.outcome === 'scheduled') return 'scheduled'
  if (work?.outcome === 'asking') return 'asking'
  if (status === 'reserved') return 'held'
  if (status === 'pending') return 'asked'
  if (status === 'sending') return 'sending'
  const isOfferable = offerableClosings.some((closing) => closing === closedAs)
  return status === 'closed' && isOfferable && !work ? 'again' : null
}

/** Whether nothing but bringing the order before the guest is under way, so that cash may still be taken for it. */
export function isBeingSent({ status, work }: Order): boolean {
  return status === 'sending' && (work?.act === 'submit' || work?.act === 'offer')
}

/** An order whose sending is not certain after a minute may be called off. Times are milliseconds since 1970. */
export function mayBeCancelled(order: Order, now: number): boolean {
  return isBeingSent(order) && order.work !== undefined && now - order.work.since >= CANCEL_AFTER_MS
}

/** Whole seconds until the deletion begins, never more than it was put off for, however wrong the device's clock is. */
export function secondsLeft({ work }: Order, now: number): number {
  if (work?.dueAt === undefined) return 0
  const leftMs = Math.min(work.dueAt - now, work.dueAt - work.since)
  return Math.max(0, Math.ceil(leftMs / 1000))
}
