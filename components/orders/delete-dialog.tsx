'use client'

import { useState } from 'react'
import type { Order } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { moneyWords } from './money-words.ts'
import { ReasonField } from './reason-field.tsx'

/**
 * Takes the reason, which only a manager may leave out (law 10). Says what deleting means where it cannot be undone;
 * where it can, nobody is asked for anything but a reason.
 */
export function DeleteDialog({
  order,
  isOpen,
  needsReason,
  canBeUndone,
  limitMinor,
  onClose,
  onDelete,
}: {
  order: Order
  isOpen: boolean
  needsReason: boolean
  canBeUndone: boolean
  /** More than this needs a manager; null where nothing does, or where it is not known. */
  limitMinor: number | null
  onClose: () => void
  onDelete: (reason: string | undefined) => void
}) {
  const [reason, setReason] = useState('')
  const close = () => {
    setReason('')
    onClose()
  }
  const given = reason.trim()
  const isTooMuch = limitMinor !== null && order.totalMinor > limitMinor
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={text.order.deleteTitle(moneyWords(order.totalMinor, order.currency))}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={close}>
            {text.order.keep}
          </Button>
          <Button
            variant="danger"
            size="big"
            className="flex-1"
            disabled={isTooMuch || (needsReason && given === '')}
            onClick={() => onDelete(given === '' ? undefined : given)}
          >
            {text.order.delete}
          </Button>
        </>
      }
    >
      <p className="mb-4">
        {text.order.deletePlain} {!canBeUndone && text.undo.off}{' '}
        {needsReason && text.order.reasonNeeded}
      </p>
      {isTooMuch && (
        <Notice className="mb-4 font-semibold">
          {text.less.needsManager(moneyWords(limitMinor, order.currency))}
        </Notice>
      )}
      <ReasonField reason={reason} onChange={setReason} />
    </Dialog>
  )
}
