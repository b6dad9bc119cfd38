import { orderTotalMinor } from '#contract/money.ts'
import type { Order } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import type { Draft } from '../draft.ts'
import { askedLines } from '../draft.ts'
import { OrderLines } from '../order-lines.tsx'

/** Two people, one order: both versions are shown, and this person chooses. Closing it loses nobody's lines. */
export function VersionDialog({
  isOpen,
  mine,
  order,
  onChoose,
}: {
  isOpen: boolean
  mine: Draft
  /** As the other person has left it. */
  order: Order
  onChoose: (keep: 'mine' | 'theirs' | 'both') => void
}) {
  const lines = askedLines(mine)
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => isOpen && onChoose('both')}
      title={text.editor.conflictTitle}
      actions={
        <div className="grid w-full grid-cols-2 gap-2 tablet:grid-cols-3">
          <Button className="min-h-12" onClick={() => onChoose('mine')}>
            {text.editor.keepMine}
          </Button>
          <Button className="min-h-12" onClick={() => onChoose('theirs')}>
            {text.editor.keepTheirs}
          </Button>
          <Button
            variant="main"
            className="col-span-2 min-h-12 tablet:col-span-1"
            onClick={() => onChoose('both')}
          >
            {text.editor.keepBoth}
          </Button>
        </div>
      }
    >
      <p className="mb-3">{text.editor.conflictPlain}</p>
      <div className="grid gap-3 tablet:grid-cols-2">
        <section className="rounded-xl border border-edge p-3">
          <h3 className="mb-1 font-bold">{text.editor.mine}</h3>
          <OrderLines
            order={{
              lines,
              note: mine.note,
              discountMinor: mine.discountMinor,
              totalMinor: orderTotalMinor(lines, mine.discountMinor),
              currency: order.currency,
            }}
          />
        </section>
        <section className="rounded-xl border border-edge p-3">
          <h3 className="mb-1 font-bold">{text.editor.theirs}</h3>
          <OrderLines order={order} />
        </section>
      </div>
    </Dialog>
  )
}
