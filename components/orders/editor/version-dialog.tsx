import { orderTotalMinor } from '#contract/money.ts'
import type { Order } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import type { Draft } from '../draft.ts'
import { askedLines } from '../draft.ts'
import { OrderLines } from '../order-lines.tsx'

type Shown = Pick<Order, 'lines' | 'note' | 'discountMinor' | 'totalMinor' | 'currency'>

/** Two people, one order: both versions are shown, and this person chooses. Closing it loses nobody's lines. */
export function VersionDialog({
  isOpen,
  mine,
  order,
  words = text.editor,
  onChoose,
}: {
  isOpen: boolean
  mine: Draft
  /** As the other person has left it. */
  order: Shown
  words?: Pick<typeof text.editor, 'conflictTitle' | 'conflictPlain' | 'keepBoth' | 'keepTheirs'>
  onChoose: (keep: 'mine' | 'theirs' | 'both') => void
}) {
  const lines = askedLines(mine)
  // What went where it was to go must not be put down once more.
  const isGone = order.lines.length === 0
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => isOpen && onChoose('both')}
      title={words.conflictTitle}
      actions={
        <div className="grid w-full grid-cols-2 gap-2 tablet:grid-cols-3">
          {!isGone && (
            <Button className="min-h-12" onClick={() => onChoose('mine')}>
              {text.editor.keepMine}
            </Button>
          )}
          <Button className="min-h-12" onClick={() => onChoose('theirs')}>
            {words.keepTheirs}
          </Button>
          <Button
            variant="main"
            className="col-span-2 min-h-12 tablet:col-span-1"
            onClick={() => onChoose('both')}
          >
            {words.keepBoth}
          </Button>
        </div>
      }
    >
      <p className="mb-3">{words.conflictPlain}</p>
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
