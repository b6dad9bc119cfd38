'use client'

import { useState } from 'react'
import type { Order } from '#contract/order.ts'
import { moneyWords } from '#components/orders/money-words.ts'
import { ReasonField } from '#components/orders/reason-field.tsx'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Verdict } from './verdict.tsx'

/**
 * A payment that differs is never confirmed in one tap (law 1). One that is lower is asked less of the guest, and takes a
 * reason like all that is (law 10).
 */
export function ConfirmUnequalDialog({
  order,
  needsReason,
  isOpen,
  onClose,
  onConfirm,
}: {
  order: Order
  needsReason: boolean
  isOpen: boolean
  onClose: () => void
  onConfirm: (accepted: { reason?: string }) => void
}) {
  const [reason, setReason] = useState('')
  const { totalMinor, currency, heldMinor = totalMinor, heldCurrency = currency } = order
  const lessMinor = heldCurrency === currency ? totalMinor - heldMinor : 0
  const isLess = lessMinor > 0
  const why = isLess ? reason.trim() : ''
  const close = () => {
    setReason('')
    onClose()
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={text.payment.confirmAnywayTitle}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={close}>
            {text.payment.lookAgain}
          </Button>
          <Button
            variant="danger"
            size="big"
            className="flex-1"
            disabled={isLess && needsReason && why === ''}
            onClick={() => onConfirm(why === '' ? {} : { reason: why })}
          >
            {text.payment.confirmAnyway}
          </Button>
        </>
      }
    >
      <p>{text.payment.confirmAnywayPlain}</p>
      <Verdict order={order} />
      {isLess && (
        <div className="mt-4 grid gap-3">
          <p>{text.payment.acceptsLess(moneyWords(lessMinor, currency))}</p>
          <ReasonField reason={reason} onChange={setReason} />
        </div>
      )}
    </Dialog>
  )
}
