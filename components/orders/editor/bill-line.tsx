import { lineTotalMinor } from '#contract/money.ts'
import { MAX_QUANTITY } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { DraftLine } from '../draft.ts'
import { amountWords } from '../money-words.ts'

const stepper =
  'grid size-12 place-items-center active:bg-line disabled:cursor-not-allowed disabled:text-edge'

/** A line with its stepper; counted down to nothing it stays, so that the next row does not move under the finger. */
export function BillLine({
  line,
  isLocked,
  onStep,
  onQuantity,
}: {
  line: DraftLine
  isLocked: boolean
  onStep: (by: 1 | -1) => void
  onQuantity: (quantity: number) => void
}) {
  const isOut = line.quantity === 0
  return (
    <li
      data-out={isOut || undefined}
      className="group/line grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line py-2"
    >
      <span className="leading-snug">
        <bdi className="[overflow-wrap:anywhere] hyphens-auto group-data-out/line:text-soft group-data-out/line:line-through">
          {line.title}
        </bdi>
        <span className="mt-0.5 flex items-baseline justify-between gap-2">
          <span className="figures text-sm text-soft">
            {isOut ? text.editor.takenOut : amountWords(line.unitPriceMinor)}
          </span>
          <b className="figures">{amountWords(lineTotalMinor(line))}</b>
        </span>
      </span>
      <span className="flex items-center overflow-hidden rounded-2xl border border-edge">
        <button
          type="button"
          aria-label={text.editor.oneLess(line.title)}
          disabled={isLocked || isOut}
          onClick={() => onStep(-1)}
          className={stepper}
        >
          <Icon name="minus" className="size-5" />
        </button>
        <input
          aria-label={text.editor.quantity(line.title)}
          inputMode="numeric"
          autoComplete="off"
          value={line.quantity}
          disabled={isLocked}
          onFocus={(event) => event.target.select()}
          onChange={(event) => onQuantity(quantityOf(event.target.value))}
          className="figures min-h-12 w-9 bg-transparent text-center text-lg font-bold"
        />
        <button
          type="button"
          aria-label={text.editor.oneMore(line.title)}
          disabled={isLocked || line.quantity >= MAX_QUANTITY}
          onClick={() => onStep(1)}
          className={stepper}
        >
          <Icon name="plus" className="size-5" />
        </button>
      </span>
    </li>
  )
}

function quantityOf(typed: string): number {
  return Number(typed.replaceAll(/\D/g, '').slice(0, 3))
}
