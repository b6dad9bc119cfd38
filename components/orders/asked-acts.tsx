'use client'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { EditorLink } from './editor-link.tsx'
import { TakeDialog } from './take-dialog.tsx'
import type { OrderActing } from './use-order-act.ts'
import { useHouseRules } from './use-house-rules.ts'

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
  const { undoSeconds, reductionLimitMinor } = useHouseRules()
  const needsReason = !may.includes('lower_without_reason')

  const remove = (reason?: string) => {
    setAsking(null)
    void acting.perform('delete', address.order(order.id), {
      method: 'DELETE',
      version: order.version,
      ...(reason === undefined ? {} : { body: { reason } }),
    })
  }

  return (
    <>
      <div className="mt-3 flex flex-wrap gap-2">
        {may.includes('lower_orders') && (
          <Button
            variant="danger"
            className="mr-auto min-h-12 px-2.5!"
            isBusy={acting.running === 'delete'}
            disabled={isAtWork || undoSeconds === null}
            onClick={() => (needsReason || undoSeconds === 0 ? setAsking('delete') : remove())}
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
        {may.includes('write_orders') && (
          <EditorLink order={order} way="change" isAtWork={isAtWork} className="min-h-12 px-2.5!">
            {text.order.change}
          </EditorLink>
        )}
      </div>
      <DeleteDialog
        order={order}
        isOpen={asking === 'delete'}
        needsReason={needsReason}
        canBeUndone={undoSeconds !== 0}
        limitMinor={may.includes('reduce_above_limit') ? null : reductionLimitMinor}
        onClose={() => setAsking(null)}
        onDelete={remove}
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
