'use client'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { text } from '#components/text/catalogue.ts'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { TakeDialog } from './take-dialog.tsx'
import type { OrderActing } from './use-order-act.ts'

/** What can be done with an order that the guest has not paid yet. */
export function AskedActs({
  order,
  may,
  acting,
  isAtWork,
}: {
  order: Order
  may: readonly Permission[]
  acting: OrderActing
  isAtWork: boolean
}) {
  const [asking, setAsking] = useState<'delete' | 'take' | null>(null)

  return (
    <>
      <div className="mt-3 flex flex-wrap gap-2">
        {may.includes('lower_orders') && (
          <Button
            variant="danger"
            className="mr-auto min-h-12 px-2.5!"
            isBusy={acting.running === 'delete'}
            disabled={isAtWork}
            onClick={() => setAsking('delete')}
          >
            {text.order.delete}
          </Button>
        )}
        {may.includes('settle_order') && (
          <Button
            className="max-w-fit min-h-12 flex-1 px-2! leading-tight tablet:px-2.5!"
            isBusy={acting.running === 'settle'}
            disabled={isAtWork}
            onClick={() => setAsking('take')}
          >
            {text.order.take}
          </Button>
        )}
        {may.includes('write_orders') && <ChangeLink order={order} isAtWork={isAtWork} />}
      </div>
      <DeleteDialog
        order={order}
        isOpen={asking === 'delete'}
        needsReason={!may.includes('lower_without_reason')}
        onClose={() => setAsking(null)}
        onDelete={(reason) => {
          setAsking(null)
          void acting.perform('delete', address.order(order.id), {
            method: 'DELETE',
            version: order.version,
            ...(reason === undefined ? {} : { body: { reason } }),
          })
        }}
      />
      <TakeDialog
        order={order}
        isOpen={asking === 'take'}
        onClose={() => setAsking(null)}
        onTake={(how) => {
          setAsking(null)
          void acting.perform('settle', address.settleOrder(order.id), {
            method: 'POST',
            body: { with: how },
          })
        }}
      />
    </>
  )
}

/** A link cannot be disabled, so a button keeps its place while it leads nowhere. */
function ChangeLink({ order, isAtWork }: { order: Order; isAtWork: boolean }) {
  if (isAtWork) {
    return (
      <Button className="min-h-12 px-2.5!" disabled>
        {text.order.change}
      </Button>
    )
  }
  return (
    <ButtonLink href={`/spots/${order.spotId}/orders/${order.id}`} className="min-h-12 px-2.5!">
      {text.order.change}
    </ButtonLink>
  )
}
