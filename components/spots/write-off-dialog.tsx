'use client'

import { useState } from 'react'
import { ReasonField } from '#components/orders/reason-field.tsx'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'

/** Gives up what guests have left unpaid, which cannot be taken back and needs a reason from everybody. */
export function WriteOffDialog({
  amount,
  isOpen,
  onClose,
  onWriteOff,
}: {
  amount: string
  isOpen: boolean
  onClose: () => void
  onWriteOff: (reason: string) => void
}) {
  const [reason, setReason] = useState('')
  const close = () => {
    setReason('')
    onClose()
  }
  const given = reason.trim()
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={text.left.writeOffTitle(amount)}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={close}>
            {text.left.keep}
          </Button>
          <Button
            variant="danger"
            size="big"
            className="flex-1"
            disabled={given === ''}
            onClick={() => onWriteOff(given)}
          >
            {text.left.writeOffNow}
          </Button>
        </>
      }
    >
      <p className="mb-4">{text.left.writeOffPlain}</p>
      <ReasonField reason={reason} usual={text.left.writeOffReasons} onChange={setReason} />
    </Dialog>
  )
}
