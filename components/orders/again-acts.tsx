'use client'

import { address } from '#contract/address.ts'
import type { Order } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { EditorLink } from './editor-link.tsx'
import { aftermathOf } from './intent.ts'
import { againSlot, dropIntent, keptIntent } from './kept-intent.ts'
import type { OrderActing } from './use-order-act.ts'

/** An order that ended unpaid is put before the guests once more, as it was or changed. */
export function AgainActs({ order, acting }: { order: Order; acting: OrderActing }) {
  const isBusy = acting.running !== null

  async function askAgain(): Promise<void> {
    const slot = againSlot(order)
    const error = await acting.perform('offer', address.offerOrder(order.id), {
      method: 'POST',
      version: order.version,
      idempotencyKey: keptIntent(slot),
    })
    if (!error || aftermathOf(error) === 'refused') dropIntent(slot)
  }

  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <EditorLink order={order} way="again" isAtWork={isBusy} className="min-h-12 flex-auto px-3!">
        {text.again.change}
      </EditorLink>
      <Button
        variant="main"
        className="min-h-12 flex-auto px-3!"
        isBusy={acting.running === 'offer'}
        disabled={isBusy}
        onClick={() => void askAgain()}
      >
        {text.again.ask}
      </Button>
    </div>
  )
}
