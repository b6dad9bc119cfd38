import { describeLines, type Order } from '#contract/order.ts'
import { partWithin } from '#contract/part.ts'
import { text } from '#components/text/catalogue.ts'
import { moneyWords } from '../money-words.ts'
import type { FuturePart } from './split-choice.ts'

/** What would come of a split, before anything is sent. */
export function PartsList({ order, parts }: { order: Order; parts: readonly FuturePart[] }) {
  const nameOf = (number: number) =>
    text.rearrange.part(partWithin(order.part, { number, of: parts.length }))
  return (
    <ol aria-label={text.rearrange.result} className="rounded-xl border border-line bg-paper px-4">
      {parts.map(({ totalMinor, lines, paid }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- A part is known by its number alone.
        <li key={index} className="border-b border-line py-2 last:border-0">
          <span className="flex justify-between gap-3">
            <span>
              <b className="font-semibold">{nameOf(index + 1)}</b>
              {paid !== 'app' && <span className="text-soft"> · {text.rearrange.paid[paid]}</span>}
            </span>
            <b className="figures">{moneyWords(totalMinor, order.currency)}</b>
          </span>
          {lines.length > 0 && (
            <bdi className="block text-sm [overflow-wrap:anywhere] text-soft">
              {describeLines(lines)}
            </bdi>
          )}
        </li>
      ))}
    </ol>
  )
}
