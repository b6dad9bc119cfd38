import { orderTotalMinor } from '#contract/money.ts'
import type { MenuItem } from '#contract/menu.ts'
import { describeLines } from '#contract/order.ts'
import type { Line } from '#contract/order.ts'
import { shorten } from '#contract/shorten.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { orderableAgain } from '../last-round.ts'
import { moneyWords } from '../money-words.ts'

/** A long round must not push the menu off the screen. */
const ROUND_LENGTH = 90

/** The last round of these guests in one tap. */
export function SameAgain({
  lastRound,
  items,
  currency,
  isLocked,
  onAdd,
}: {
  lastRound: readonly Line[]
  items: readonly MenuItem[]
  currency: string
  isLocked: boolean
  onAdd: (lines: readonly Line[]) => void
}) {
  const { lines, off } = orderableAgain(lastRound, items)
  if (lastRound.length === 0) return null
  return (
    <div className="px-3.5 pb-2 tablet:px-5">
      {lines.length > 0 && (
        <Button
          className="min-h-12 w-full justify-between! py-1 text-left leading-snug"
          disabled={isLocked}
          onClick={() => onAdd(lines)}
        >
          <span className="min-w-0 [overflow-wrap:anywhere]">
            {text.editor.sameAgain} <bdi>{shorten(describeLines(lines), ROUND_LENGTH)}</bdi>
          </span>{' '}
          <span className="figures">{moneyWords(orderTotalMinor(lines), currency)}</span>
        </Button>
      )}
      {off.length > 0 && (
        <p className="pt-1 text-sm [overflow-wrap:anywhere] text-soft">
          {text.editor.offToday} <bdi>{off.join(', ')}</bdi>
        </p>
      )}
    </div>
  )
}
