'use client'

import { address } from '#contract/address.ts'
import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { useClock } from '#components/clock/use-clock.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { secondsLeft } from './order-acts.ts'
import type { OrderActing } from './use-order-act.ts'

/**
 * The time in which a deletion can be undone. "Undo" stands where "Delete" stood, so that an impatient second tap takes
 * the deletion back instead of hurrying it. A screen reader hears once that it can be undone, and not each second.
 */
export function ScheduledActs({
  order,
  may,
  acting,
}: {
  order: Order
  may: readonly Permission[]
  acting: OrderActing
}) {
  const seconds = useClock((now) => secondsLeft(order, now))
  const isOver = seconds === 0
  const isBusy = acting.running !== null
  return (
    <div className="mt-3">
      <output className="sr-only">{text.undo.said}</output>
      <p role="timer" className="figures text-lg font-semibold">
        {text.undo.countdown(seconds ?? 0)}
      </p>
      {may.includes('lower_orders') && (
        <div className="mt-2 flex gap-4">
          <Button
            variant="main"
            size="big"
            className="flex-1"
            isBusy={acting.running === 'keep'}
            disabled={isBusy || isOver}
            onClick={() => void acting.perform('keep', address.keepOrder(order.id), post)}
          >
            {text.undo.undo}
          </Button>
          <Button
            variant="danger"
            className="px-3!"
            isBusy={acting.running === 'delete'}
            disabled={isBusy || isOver}
            onClick={() => void acting.perform('delete', address.deleteOrderNow(order.id), post)}
          >
            {text.undo.now}
          </Button>
        </div>
      )}
    </div>
  )
}

const post = { method: 'POST' } as const
