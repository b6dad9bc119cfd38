import { lineTotalMinor } from '#contract/money.ts'
import { MAX_QUANTITY } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import { Stepper } from '#components/ui/stepper.tsx'
import type { DraftLine } from '../draft.ts'
import { amountWords } from '../money-words.ts'

/** A line with its stepper; counted down to nothing it stays, so that the next row does not move under the finger. */
export function BillLine({
  line,
  isLocked,
  onQuantity,
}: {
  line: DraftLine
  isLocked: boolean
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
      <Stepper
        value={line.quantity}
        least={0}
        most={MAX_QUANTITY}
        words={{
          value: text.editor.quantity(line.title),
          less: text.editor.oneLess(line.title),
          more: text.editor.oneMore(line.title),
        }}
        disabled={isLocked}
        onChange={onQuantity}
      />
    </li>
  )
}
