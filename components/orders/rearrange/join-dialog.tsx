'use client'

import { useState } from 'react'
import type { Join, Order } from '#contract/order.ts'
import { describeLines } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { moneyWords } from '../money-words.ts'
import { OrderLines } from '../order-lines.tsx'
import { together } from './together.ts'

/** An order with the number that it has on its card. */
export interface NumberedOrder {
  number: number
  order: Order
}

/** Puts the lines of another unpaid order onto this one; which, and what the guest is then asked for. */
export function JoinDialog({
  order,
  number,
  others,
  isOpen,
  onClose,
  onJoin,
}: NumberedOrder & {
  others: readonly NumberedOrder[]
  isOpen: boolean
  onClose: () => void
  onJoin: (join: Join) => void
}) {
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [only] = others.length === 1 ? others : []
  const other = only?.order ?? others.find((one) => one.order.id === chosenId)?.order
  const both = other && together(order, other)
  const close = () => {
    setChosenId(null)
    onClose()
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={text.rearrange.joinTitle(number)}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={close}>
            {text.rearrange.cancel}
          </Button>
          <Button
            variant="main"
            size="big"
            className="flex-1 px-3!"
            disabled={!both}
            onClick={() => {
              setChosenId(null)
              if (other) onJoin({ orderId: other.id, version: other.version })
            }}
          >
            {both
              ? text.rearrange.joinNow(moneyWords(both.totalMinor, both.currency))
              : text.rearrange.chooseOrder}
          </Button>
        </>
      }
    >
      <p className="mb-4">{text.rearrange.joinPlain}</p>
      <fieldset aria-label={text.rearrange.joinWith} className="grid gap-2">
        {others.map((one) => (
          <button
            key={one.order.id}
            type="button"
            aria-pressed={one.order.id === other?.id}
            onClick={() => setChosenId(one.order.id)}
            className="min-h-14 rounded-xl border border-edge bg-card px-4 py-2 text-left active:bg-line aria-pressed:border-2 aria-pressed:border-ink aria-pressed:px-[calc(--spacing(4)-1px)] aria-pressed:py-[calc(--spacing(2)-1px)]"
          >
            <span className="flex justify-between gap-3">
              <b className="font-semibold">{text.order.title(one.number)}</b>
              <b className="figures">{moneyWords(one.order.totalMinor, one.order.currency)}</b>
            </span>
            <bdi className="line-clamp-2 text-sm [overflow-wrap:anywhere] text-soft">
              {describeLines(one.order.lines)}
            </bdi>
          </button>
        ))}
      </fieldset>
      {both && (
        <section className="mt-4 rounded-xl border border-line bg-paper p-4">
          <h3 className="mb-1 font-bold">{text.rearrange.joined}</h3>
          <OrderLines order={both} />
        </section>
      )}
      {both === null && <p className="mt-4 font-semibold">{text.rearrange.tooMuch}</p>}
    </Dialog>
  )
}
