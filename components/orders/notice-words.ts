import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { text } from '#components/text/catalogue.ts'
import { isLive } from './order-state.ts'

/** What happened to an order, and what to do about it for a person with these permissions. */
export function noticeWords(order: Order, may: readonly Permission[]): string {
  const { notice, settledWith = 'cash' } = order
  switch (notice) {
    case 'paid_twice': {
      const { twice, declineIt, callManager } = text.taken
      return `${twice(settledWith)} ${may.includes('decline_payment') ? declineIt : callManager}`
    }
    case 'paid_back':
      return isLive(order) ? text.news.paidBackAndAsked : text.news.paidBackAndEnded
    case undefined:
      return ''
    default:
      return text.news[notice]
  }
}
