'use client'

import { useState } from 'react'
import type { Order } from '#contract/order.ts'
import { moneyWords } from '#components/orders/money-words.ts'
import { ReasonField } from '#components/orders/reason-field.tsx'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'

/** Says what declining means, since it cannot be taken back. */
export function DeclineDialog({
  order,
  isOpen,
  onClose,
  onDecline,
}: {
  order: Order
  isOpen: boolean
  onClose: () => void
  onDecline: (reason: string | undefined) => void
}) {
  const [reason, setReason] = useState('')
  const close = () => {
    setReason('')
    onClose()
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={text.payment.declineTitle(moneyWords(order.totalMinor, order.currency))}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={close}>
            {text.payment.keep}
          </Button>
          <Button
            variant="danger"
            size="big"
            className="flex-1"
            onClick={() => onDecline(reason.trim() || undefined)}
          >
            {text.payment.declineNow}
          </Button>
        </>
      }
    >
      <p className="mb-4">{text.payment.declinePlain}</p>
      <ReasonField reason={reason} onChange={setReason} />
    </Dialog>
  )
}
