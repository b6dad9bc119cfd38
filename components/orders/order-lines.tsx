import { lineTotalMinor } from '#contract/money.ts'
import type { Order } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import { amountWords, moneyWords } from './money-words.ts'

const SHOWN = 8

/** What the guest is asked for. A long order folds, so that the buttons under it stay near. */
export function OrderLines({
  order,
}: {
  order: Pick<Order, 'lines' | 'discountMinor' | 'totalMinor' | 'currency' | 'note'>
}) {
  const isLong = order.lines.length > SHOWN + 1
  const folded = isLong ? order.lines.slice(SHOWN) : []
  return (
    <>
      <Lines lines={isLong ? order.lines.slice(0, SHOWN) : order.lines} />
      {folded.length > 0 && (
        <details>
          <summary className="flex min-h-11 items-center font-semibold underline underline-offset-4">
            {text.order.moreLines(folded.length)}
          </summary>
          <Lines lines={folded} />
        </details>
      )}
      {order.discountMinor > 0 && (
        <p className="flex justify-between gap-3 py-1 text-soft">
          <span>{text.order.discount}</span>
          <span className="figures">−{amountWords(order.discountMinor)}</span>
        </p>
      )}
      {order.note !== undefined && order.note !== '' && (
        <p className="py-1 text-soft [overflow-wrap:anywhere]">
          {text.order.note}: <bdi className="text-ink">{order.note}</bdi>
        </p>
      )}
      <p className="mt-1.5 flex justify-between gap-3 border-t border-line pt-2 text-lg font-bold">
        <span>{text.order.total}</span>
        <span className="figures">{moneyWords(order.totalMinor, order.currency)}</span>
      </p>
    </>
  )
}

function Lines({ lines }: { lines: Order['lines'] }) {
  return (
    <ul>
      {lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- Two lines may be alike; their place tells them apart.
        <li
          key={index}
          className="grid grid-cols-[minmax(2.5rem,auto)_minmax(0,1fr)_auto] gap-2 py-0.5"
        >
          <span className="figures text-soft">{text.order.times(line.quantity)}</span>
          <bdi className="text-left [overflow-wrap:anywhere]">{line.title}</bdi>
          <span className="figures">{amountWords(lineTotalMinor(line))}</span>
        </li>
      ))}
    </ul>
  )
}
