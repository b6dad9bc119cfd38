import { settlements } from '#contract/order.ts'
import type { Order } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { moneyWords } from './money-words.ts'

type With = (typeof settlements)[number]

/** The order was paid in cash or by card, so the guest is no longer asked for it. */
export function TakeDialog({
  order,
  isOpen,
  onClose,
  onTake,
}: {
  order: Order
  isOpen: boolean
  onClose: () => void
  onTake: (how: With) => void
}) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={text.order.takeTitle(moneyWords(order.totalMinor, order.currency))}
      actions={settlements.map((how) => (
        <Button key={how} variant="main" size="big" className="flex-1" onClick={() => onTake(how)}>
          {text.order.takeWith[how]}
        </Button>
      ))}
    >
      <p>{text.order.takePlain}</p>
    </Dialog>
  )
}
