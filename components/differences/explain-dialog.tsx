'use client'

import { useState } from 'react'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/text-field.tsx'

/** A difference is only let be for a reason. */
export function ExplainDialog({
  isOpen,
  onClose,
  onExplain,
}: {
  isOpen: boolean
  onClose: () => void
  onExplain: (reason: string) => void
}) {
  const [reason, setReason] = useState('')
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={text.differences.explainTitle}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={onClose}>
            {text.differences.keep}
          </Button>
          <Button
            variant="main"
            size="big"
            className="flex-1"
            disabled={reason.trim() === ''}
            onClick={() => onExplain(reason.trim())}
          >
            {text.differences.explainNow}
          </Button>
        </>
      }
    >
      <p className="mb-4">{text.differences.explainPlain}</p>
      <TextField
        label={text.order.reason}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  )
}
