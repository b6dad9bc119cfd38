import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { text } from '#components/text/catalogue.ts'
import { Notice } from '#components/ui/notice.tsx'
import { isLive } from './order-state.ts'

/** What happened to an order without the people who look at it. */
export function OrderNotice({ order, may }: { order: Order; may: readonly Permission[] }) {
  if (order.notice === undefined) return null
  return (
    <Notice tone={order.notice === 'paid_twice' ? 'alarm' : 'plain'} className="mt-3 font-semibold">
      {noticeWords(order, may)}
    </Notice>
  )
}

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
