'use client'

import { useId, useRef } from 'react'
import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { PaymentFigures } from '#components/payments/payment-figures.tsx'
import { useAge } from '#components/clock/use-clock.ts'
import { text } from '#components/text/catalogue.ts'
import { clockWords } from './money-words.ts'
import { actsOn } from './order-acts.ts'
import { OrderLines } from './order-lines.tsx'
import { OrderPill } from './order-pill.tsx'
import { isLive, orderLook } from './order-state.ts'
import { OrderWays } from './order-ways.tsx'
import { RearrangeActs } from './rearrange/rearrange-acts.tsx'
import { useRearrange } from './rearrange/use-rearrange.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useOrderAct } from './use-order-act.ts'

export function orderAnchor(orderId: string): string {
  return `order-${orderId}`
}

/** One order with what can be done about it now. */
export function OrderCard({
  order,
  number,
  orders,
  may,
  hasGuests,
}: {
  order: Order
  number: number
  /** All orders of the spot. */
  orders: readonly Order[]
  may: readonly Permission[]
  /** Somebody is at the table, who can be asked again. */
  hasGuests: boolean
}) {
  const acting = useOrderAct(order)
  const acts = actsOn(order)
  const rearranging = useRearrange(order)
  const isRunning = acting.running !== null || rearranging.running !== null
  const isAtWork = isRunning || order.work !== undefined
  const card = useRef<HTMLElement>(null)
  const keptFocus = useKeptFocus(card)
  const titleId = useId()
  const heldFor = useAge(order.status === 'reserved' ? (order.reservedAt ?? null) : null)

  return (
    <article
      ref={card}
      {...keptFocus}
      id={orderAnchor(order.id)}
      tabIndex={-1}
      aria-labelledby={titleId}
      data-live={isLive(order) || undefined}
      data-ended={orderLook(order) === 'ended' || undefined}
      className="scroll-my-4 rounded-2xl border border-line bg-paper p-4 data-live:border-edge data-live:bg-raised data-ended:text-soft"
    >
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
        <h2 id={titleId} className="text-lg font-bold">
          {text.order.title(number)}
        </h2>
        <OrderPill order={order} />
        <div className="flex w-full items-center justify-between gap-2">
          <p className="min-w-0 text-sm [overflow-wrap:anywhere] text-soft">
            {order.part && (
              <b className="text-ink">
                {text.rearrange.part(order.part)}
                {' · '}
              </b>
            )}
            {text.order.by(clockWords(order.createdAt), order.createdBy)}
            {heldFor !== null && ` · ${text.payment.heldFor(heldFor)}`}
          </p>
          {acts === 'asked' && may.includes('write_orders') && (
            <RearrangeActs
              order={order}
              orders={orders}
              may={may}
              rearranging={rearranging}
              isAtWork={isAtWork}
            />
          )}
        </div>
      </div>
      <OrderLines order={order} />
      <PaymentFigures order={order} />
      <OrderWays
        order={order}
        may={may}
        hasGuests={hasGuests}
        acting={acting}
        rearranging={rearranging}
      />
    </article>
  )
}
