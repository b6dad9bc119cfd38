'use client'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { EditorLink } from '#components/orders/editor-link.tsx'
import { moneyWords } from '#components/orders/money-words.ts'
import type { OrderActing } from '#components/orders/use-order-act.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { ConfirmUnequalDialog } from './confirm-unequal-dialog.tsx'
import { DeclineDialog } from './decline-dialog.tsx'

/** The decision about held money: one tap where it is exactly what was asked for, a manager's word where it is not. */
export function HeldActs({
  order,
  may,
  acting,
}: {
  order: Order
  may: readonly Permission[]
  acting: OrderActing
}) {
  const [asking, setAsking] = useState<'decline' | 'confirm' | null>(null)
  const isAtWork = acting.running !== null || order.work !== undefined
  const isEqual = order.verdict?.equal === true
  const mayConfirm = isEqual
    ? may.includes('confirm_payment')
    : order.verdict !== undefined && may.includes('confirm_unequal_payment')

  const needsManager = order.verdict !== undefined && !mayConfirm
  // It is paid for already, so only giving the payment in the app back is left.
  const isPaidTwice = order.notice === 'paid_twice'
  const mayDecline = may.includes('decline_payment')

  const confirm = (acceptsDifferences: boolean) => {
    setAsking(null)
    void acting.perform('confirm', address.confirmOrder(order.id), {
      method: 'POST',
      version: order.version,
      body: { acceptsDifferences },
    })
  }
  const decline = (reason: string | undefined) => {
    setAsking(null)
    void acting.perform('decline', address.declineOrder(order.id), {
      method: 'POST',
      body: { reason },
    })
  }

  return (
    <>
      {needsManager && !isPaidTwice && (
        <p className="mt-3 font-semibold">{text.payment.askManager}</p>
      )}
      <div className="mt-3 flex flex-wrap gap-4 empty:hidden">
        {mayDecline && (
          <Button
            variant="danger"
            className={`min-h-13 px-3! ${isPaidTwice ? 'flex-1' : ''}`}
            isBusy={acting.running === 'decline'}
            disabled={isAtWork}
            onClick={() => setAsking('decline')}
          >
            {text.payment.decline}
          </Button>
        )}
        {!needsManager && !isPaidTwice && (
          <Button
            variant={isEqual ? 'confirm' : 'plain'}
            size="big"
            className="flex-1 px-3! leading-tight"
            isBusy={acting.running === 'confirm'}
            disabled={isAtWork || !mayConfirm}
            onClick={() => (isEqual ? confirm(false) : setAsking('confirm'))}
          >
            {confirmWords(order, acting.running === 'confirm', isEqual)}
          </Button>
        )}
      </div>
      {!isPaidTwice && may.includes('write_orders') && (
        <WayToChange order={order} mayDecline={mayDecline} isAtWork={isAtWork} />
      )}
      <DeclineDialog
        order={order}
        isOpen={asking === 'decline'}
        onClose={() => setAsking(null)}
        onDecline={decline}
      />
      <ConfirmUnequalDialog
        order={order}
        isOpen={asking === 'confirm'}
        onClose={() => setAsking(null)}
        onConfirm={() => confirm(true)}
      />
    </>
  )
}

/** A held order is locked; the one way to change it gives the payment back first, which is a manager's to decide. */
function WayToChange({
  order,
  mayDecline,
  isAtWork,
}: {
  order: Order
  mayDecline: boolean
  isAtWork: boolean
}) {
  if (!mayDecline) return <p className="mt-3 text-soft">{text.declining.wayOut}</p>
  return (
    <EditorLink order={order} way="decline" isAtWork={isAtWork} className="mt-3 min-h-12 w-full">
      {text.declining.change}
    </EditorLink>
  )
}

function confirmWords(order: Order, isRunning: boolean, isEqual: boolean): string {
  if (isRunning) return text.payment.confirming
  if (order.verdict && !isEqual) return text.payment.confirmAnywayAsk
  return text.payment.confirm(moneyWords(order.totalMinor, order.currency))
}
