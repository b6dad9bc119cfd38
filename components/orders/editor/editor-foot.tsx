import type { ReactNode } from 'react'
import { MAX_AMOUNT_MINOR, orderTotalMinor } from '#contract/money.ts'
import { MAX_LINES } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { askedLines, draftTotalMinor } from '../draft.ts'
import { differs } from '../kept-draft.ts'
import type { KeptDraft } from '../kept-draft.ts'
import { moneyWords } from '../money-words.ts'

export interface FootWords {
  ask: (total: string) => string
  asking: string
}

/** The running total and the one button that asks the guest, always in view. */
export function EditorFoot({
  kept,
  words,
  isInFront,
  mayBeEmpty = false,
  currency,
  view,
  onView,
  isAsking,
  isDisabled,
  onAsk,
  children,
}: {
  kept: KeptDraft
  words: FootWords
  /** It stands already, so that it has to be changed before it goes anywhere. */
  isInFront: boolean
  mayBeEmpty?: boolean
  currency: string
  view: 'menu' | 'bill'
  onView: (view: 'menu' | 'bill') => void
  isAsking: boolean
  isDisabled: boolean
  onAsk: () => void
  children: ReactNode
}) {
  const { draft, base, unanswered } = kept
  const totalMinor = draftTotalMinor(draft)
  const total = moneyWords(totalMinor, currency)
  const count = askedLines(draft).reduce((sum, line) => sum + line.quantity, 0)
  const isSendable =
    (totalMinor >= 1 && totalMinor <= MAX_AMOUNT_MINOR) || (mayBeEmpty && count === 0)
  const isUnchanged = base !== null && !differs(draft, base)
  // What nobody is asked for any more can be asked again as it is; what is in front of the guest already cannot.
  const isAskable = !isInFront || !isUnchanged || unanswered
  const ask = words.ask(total)
  return (
    <div className="border-t border-line bg-card px-4 py-3 wide:border-l">
      <div className="mx-auto max-w-2xl">
        {children}
        {draft.lines.length >= MAX_LINES && <p className="mb-2 text-sm">{text.editor.full}</p>}
        {totalMinor > MAX_AMOUNT_MINOR && (
          <p className="mb-2 text-sm">
            {text.editor.tooMuch(moneyWords(MAX_AMOUNT_MINOR, currency))}
          </p>
        )}
        <output className="mb-2 hidden items-baseline justify-between gap-3 group-data-[view=bill]/desk:flex wide:flex">
          <span className="text-xl font-bold">{text.editor.total}</span>
          <span>
            {base && base.lines.length > 0 && !isUnchanged && (
              <span className="figures mr-3 text-soft">
                {text.editor.wasTotal(
                  moneyWords(orderTotalMinor(base.lines, base.discountMinor), currency),
                )}
              </span>
            )}
            <b className="figures text-2xl tracking-tight">{total}</b>
          </span>
        </output>
        <div className="flex flex-wrap gap-3">
          <Button
            size="big"
            className="flex-none px-4! wide:hidden"
            aria-label={view === 'menu' ? text.editor.showBill(count) : undefined}
            onClick={() => onView(view === 'menu' ? 'bill' : 'menu')}
          >
            {view === 'menu' && <Icon name="open" className="size-6" />}
            {view === 'menu' ? count : text.editor.showMenu}
          </Button>
          <Button
            variant="main"
            size="big"
            className="flex-1 px-3! leading-tight"
            isBusy={isAsking}
            disabled={isDisabled || !isSendable || !isAskable}
            onClick={onAsk}
          >
            {isAsking && words.asking}
            {!isAsking && askWords({ unanswered, isAskable, ask })}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** A button that cannot be pressed says why, where the reason is not on screen anyway. */
function askWords(now: { unanswered: boolean; isAskable: boolean; ask: string }): string {
  if (now.unanswered) return text.editor.askAgain
  return now.isAskable ? now.ask : text.editor.unchanged
}
