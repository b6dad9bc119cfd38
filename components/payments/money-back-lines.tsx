import type { GivenBack } from '#contract/money-back.ts'
import { amountWords } from '#components/orders/money-words.ts'
import { text } from '#components/text/catalogue.ts'

/** What was given back, in lines of its own under what was received. */
export function MoneyBackLines({ given }: { given: readonly GivenBack[] }) {
  if (given.length === 0) return null
  return (
    <ul aria-label={text.moneyBack.list} className="mt-2 grid gap-1 border-t border-line pt-2">
      {given.map(({ id, amountMinor, how, reason, by }) => (
        <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
          <span className="[overflow-wrap:anywhere]">
            {text.moneyBack.line(how, by)}
            <bdi className="block text-sm text-soft">{reason}</bdi>
          </span>
          <span className="figures font-semibold">−{amountWords(amountMinor)}</span>
        </li>
      ))}
    </ul>
  )
}
