'use client'

import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { moneyWords } from '#components/orders/money-words.ts'
import { actsOn } from '#components/orders/order-acts.ts'
import { orderStateWords } from '#components/orders/order-state.ts'
import { OrderWays } from '#components/orders/order-ways.tsx'
import { RearrangeActs } from '#components/orders/rearrange/rearrange-acts.tsx'
import { useRearrange } from '#components/orders/rearrange/use-rearrange.ts'
import { useOrderAct } from '#components/orders/use-order-act.ts'
import { text } from '#components/text/catalogue.ts'

/** An order that keeps a table from being freed or ends with it, and the ways out of that. */
export function EndingRow({
  order,
  orders,
  may,
}: {
  order: Order
  /** All orders of the spot. */
  orders: readonly Order[]
  may: readonly Permission[]
}) {
  const acting = useOrderAct(order)
  const rearranging = useRearrange(order)
  const number = orders.findIndex(({ id }) => id === order.id) + 1
  const isAtWork =
    acting.running !== null || rearranging.running !== null || order.work !== undefined
  return (
    <li
      aria-label={text.order.title(number)}
      className="rounded-xl border border-edge bg-raised px-4 py-3"
    >
      <div className="flex items-center justify-between gap-3 text-lg">
        <span className="min-w-0 flex-1">
          {text.order.title(number)} · {orderStateWords(order)}
        </span>
        <b className="figures">{moneyWords(order.totalMinor, order.currency)}</b>
        {actsOn(order) === 'asked' && may.includes('write_orders') && (
          <RearrangeActs
            order={order}
            orders={orders}
            may={may}
            rearranging={rearranging}
            isAtWork={isAtWork}
          />
        )}
      </div>
      <OrderWays order={order} may={may} hasGuests acting={acting} rearranging={rearranging} />
    </li>
  )
}
