'use client'

import { useState } from 'react'
import { parseAmount } from '#contract/money.ts'
import type { Order } from '#contract/order.ts'
import { amountWords, moneyWords } from '#components/orders/money-words.ts'
import { ReasonField } from '#components/orders/reason-field.tsx'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/text-field.tsx'

/** Part of a held payment is taken, and the rest goes back to the guest. */
export function ConfirmLessDialog({
  order,
  isOpen,
  onClose,
  onConfirm,
}: {
  order: Order
  isOpen: boolean
  onClose: () => void
  onConfirm: (less: { amountMinor: number; reason?: string }) => void
}) {
  const { heldMinor = 0, currency, heldCurrency = currency } = order
  // Where the guest pays too much, what was asked for is what is most likely meant.
  const usual = order.totalMinor < heldMinor ? amountWords(order.totalMinor) : ''
  const [typed, setTyped] = useState(usual)
  const [reason, setReason] = useState('')
  const [wasTried, setWasTried] = useState(false)
  const amountMinor = parseAmount(typed)
  const isLess = amountMinor !== null && amountMinor > 0 && amountMinor < heldMinor
  const held = moneyWords(heldMinor, heldCurrency)

  const close = () => {
    setTyped(usual)
    setReason('')
    setWasTried(false)
    onClose()
  }
  const confirm = () => {
    setWasTried(true)
    const why = reason.trim()
    if (isLess) onConfirm({ amountMinor, ...(why !== '' && { reason: why }) })
  }

  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={text.payment.lessTitle}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={close}>
            {text.payment.lookAgain}
          </Button>
          <Button variant="danger" size="big" className="flex-1" onClick={confirm}>
            {text.payment.lessNow(isLess ? moneyWords(amountMinor, heldCurrency) : null)}
          </Button>
        </>
      }
    >
      <p className="mb-4">{text.payment.lessPlain(held)}</p>
      <div className="grid gap-4">
        <TextField
          label={text.payment.lessAmount}
          {...(wasTried && !isLess && { error: text.payment.lessBad(held) })}
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <ReasonField reason={reason} onChange={setReason} />
      </div>
    </Dialog>
  )
}
