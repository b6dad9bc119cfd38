import { offerableClosings } from '#contract/order.ts'
import type { Order } from '#contract/order.ts'

/**
 * What becomes of an order that is edited: it is changed before the guest, grows by what is tapped while what the guest
 * was asked for stands fast, is asked again after it ended unpaid, or its held payment is declined before it is asked
 * anew. The person has chosen that when the editor opened, so that none of
 * it happens because the guest paid meanwhile.
 */
export const editWays = ['change', 'add', 'again', 'decline'] as const
export type EditWay = (typeof editWays)[number]

/** Whether the order still stands as this way of editing it needs. */
export function allows(way: EditWay, { status, closedAs }: Order): boolean {
  if (way === 'change' || way === 'add') return status === 'pending'
  if (way === 'decline') return status === 'reserved'
  return status === 'closed' && offerableClosings.some((closing) => closing === closedAs)
}
