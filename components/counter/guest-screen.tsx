'use client'

import { useEffect, useRef } from 'react'
import type { Order } from '#contract/order.ts'
import { moneyWords } from '#components/orders/money-words.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { hasCode, PayCode } from '#components/orders/pay-code.tsx'

/** What the guest sees of an order when the screen is turned round: the whole of it, and it follows the payment by itself. */
export function GuestScreen({
  order,
  name,
  isPractice,
  onClose,
}: {
  order: Order
  name: string
  isPractice: boolean
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])

  return (
    <dialog
      ref={dialog}
      aria-label={name}
      onClose={onClose}
      data-practice={isPractice || undefined}
      className="group/screen m-0 h-dvh max-h-none w-screen max-w-none bg-paper p-0 text-ink data-practice:practice-stripes"
    >
      <div className="flex h-full flex-col items-stretch group-data-practice/screen:px-1.5 group-data-practice/screen:pb-1.5">
        {isPractice && (
          <p className="flex-none self-center bg-waiting px-3 text-sm leading-6 font-bold text-on-waiting">
            {text.practice}
          </p>
        )}
        <div className="flex min-h-0 flex-1 flex-col items-center gap-3 rounded-lg bg-paper p-4 text-center">
          <p className="w-full text-2xl leading-tight font-bold tracking-tight [overflow-wrap:anywhere] tablet:text-4xl">
            <bdi>{name}</bdi>
          </p>
          <p className="figures text-5xl leading-none font-bold tracking-tight tablet:text-7xl">
            {moneyWords(order.totalMinor, order.currency)}
          </p>
          <output className="flex min-h-0 w-full flex-1 flex-col items-center justify-center gap-3">
            <Stage order={order} name={name} />
          </output>
          <Button className="flex-none" onClick={() => dialog.current?.close()}>
            {text.counter.stopShowing}
          </Button>
        </div>
      </div>
    </dialog>
  )
}

function Stage({ order, name }: { order: Order; name: string }) {
  if (hasCode(order)) {
    return (
      <>
        <PayCode order={order} name={name} className="min-h-0 max-w-full flex-1 object-contain" />
        <span className="text-xl font-semibold">{text.counter.scan}</span>
      </>
    )
  }
  switch (order.status) {
    case 'confirmed':
      return (
        <>
          <Icon name="received" className="size-28 text-received" />
          <span className="text-4xl font-bold">{text.counter.received}</span>
        </>
      )
    case 'reserved':
      return (
        <>
          <Icon name="held" className="size-28" />
          <span className="text-3xl font-bold">{text.counter.held}</span>
          <span className="text-xl">{text.counter.heldPlain}</span>
        </>
      )
    case 'closed':
      return <span className="text-3xl font-bold">{text.counter.over}</span>
    default:
      return <span className="text-3xl font-bold">{text.counter.changing}</span>
  }
}
