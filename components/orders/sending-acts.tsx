'use client'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { useClock } from '#components/clock/use-clock.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { moneyWords } from './money-words.ts'
import { isBeingSent, mayBeCancelled } from './order-acts.ts'
import { TakeDialog } from './take-dialog.tsx'
import type { OrderActing } from './use-order-act.ts'

/**
 * What can be done with an order that is not certainly before the guest: take the money otherwise at any time, cancel it
 * after a minute, and say that it is still wanted where it waited too long.
 */
export function SendingActs({
  order,
  may,
  acting,
}: {
  order: Order
  may: readonly Permission[]
  acting: OrderActing
}) {
  const [isTaking, setIsTaking] = useState(false)
  const isAsking = order.work?.outcome === 'asking'
  const isLate = useClock((now) => mayBeCancelled(order, now)) === true
  const isBusy = acting.running !== null

  return (
    <>
      {isAsking && (
        <output className="mt-3 block">
          <Notice className="font-semibold">{text.sending.asking}</Notice>
        </output>
      )}
      <div className="mt-3 flex gap-2 empty:hidden">
        {(isAsking || isLate) && may.includes('lower_orders') && (
          <Button
            variant="danger"
            className="min-h-12 px-3!"
            isBusy={acting.running === 'delete'}
            disabled={isBusy}
            onClick={() => {
              const call = { method: 'DELETE', version: order.version } as const
              void acting.perform('delete', address.order(order.id), call)
            }}
          >
            {text.sending.cancel}
          </Button>
        )}
        {(isAsking || isBeingSent(order)) && may.includes('settle_order') && (
          <Button
            className="ml-auto min-h-12 min-w-0 px-2! leading-tight tablet:px-3!"
            isBusy={acting.running === 'settle'}
            disabled={isBusy}
            onClick={() => setIsTaking(true)}
          >
            {text.order.take}
          </Button>
        )}
      </div>
      {isAsking && may.includes('write_orders') && (
        <Button
          variant="main"
          size="big"
          className="mt-2 w-full"
          isBusy={acting.running === 'send'}
          disabled={isBusy}
          onClick={() =>
            void acting.perform('send', address.sendOrder(order.id), { method: 'POST' })
          }
        >
          {text.sending.ask(moneyWords(order.totalMinor, order.currency))}
        </Button>
      )}
      <TakeDialog
        order={order}
        isOpen={isTaking}
        onClose={() => setIsTaking(false)}
        onTake={(how) => {
          setIsTaking(false)
          void acting.perform('settle', address.settleOrder(order.id), {
            method: 'POST',
            body: { with: how },
          })
        }}
      />
    </>
  )
}
