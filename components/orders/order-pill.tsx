import type { Order } from '#contract/order.ts'
import { Icon } from '#components/ui/icon.tsx'
import { orderIcons, orderLook, orderStateWords } from './order-state.ts'

/** The state of an order in shape, word and colour; filled where it needs a person. */
export function OrderPill({ order }: { order: Order }) {
  const look = orderLook(order)
  return (
    <span
      data-look={look}
      className="inline-flex min-h-8 items-center gap-1.5 rounded-full border-[1.5px] border-current px-2.5 text-lg leading-6 font-semibold text-soft data-[look=asked]:text-open data-[look=asking]:fill-waiting data-[look=waiting]:text-ink data-[look=held]:fill-held data-[look=received]:text-received data-[look=unknown]:text-ink"
    >
      <Icon name={orderIcons[look]} />
      {orderStateWords(order)}
    </span>
  )
}
