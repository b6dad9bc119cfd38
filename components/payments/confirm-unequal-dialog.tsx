import type { Order } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Verdict } from './verdict.tsx'

/** A payment that differs is never confirmed in one tap (law 1). */
export function ConfirmUnequalDialog({
  order,
  isOpen,
  onClose,
  onConfirm,
}: {
  order: Order
  isOpen: boolean
  onClose: () => void
  onConfirm: () => void
}) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={text.payment.confirmAnywayTitle}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={onClose}>
            {text.payment.lookAgain}
          </Button>
          <Button variant="danger" size="big" className="flex-1" onClick={onConfirm}>
            {text.payment.confirmAnyway}
          </Button>
        </>
      }
    >
      <p>{text.payment.confirmAnywayPlain}</p>
      <Verdict order={order} />
    </Dialog>
  )
}
