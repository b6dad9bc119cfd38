import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { Notice } from '#components/ui/notice.tsx'
import { noticeWords } from './notice-words.ts'

/** What happened to an order without the people who look at it. */
export function OrderNotice({ order, may }: { order: Order; may: readonly Permission[] }) {
  if (order.notice === undefined) return null
  return (
    <Notice tone={order.notice === 'paid_twice' ? 'alarm' : 'plain'} className="mt-3 font-semibold">
      {noticeWords(order, may)}
    </Notice>
  )
}
