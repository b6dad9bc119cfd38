import type { Order, Verdict as VerdictOf } from '#contract/order.ts'
import { moneyWords } from '#components/orders/money-words.ts'
import { text } from '#components/text/catalogue.ts'
import { Icon } from '#components/ui/icon.tsx'

type Difference = VerdictOf['differences'][number]

/** How the held payment compares with the order as it was last sent (law 1). */
export function Verdict({ order }: { order: Order }) {
  const { verdict, currency, heldCurrency = currency } = order
  if (!verdict) {
    return <output className="mt-3 block text-lg text-soft">{text.payment.comparing}</output>
  }
  if (!verdict.equal)
    return <Differences verdict={verdict} currency={currency} heldCurrency={heldCurrency} />
  return (
    <p className="mt-3 flex items-start gap-2 text-lg leading-6 font-semibold text-received">
      <Icon name="received" className="mt-0.5 size-5" />
      {text.payment.equal(moneyWords(order.totalMinor, order.currency))}
    </p>
  )
}

function Differences({
  verdict,
  currency,
  heldCurrency,
}: {
  verdict: VerdictOf
  currency: string
  heldCurrency: string
}) {
  return (
    <div className="mt-3 rounded-xl border-2 border-alarm-ink p-3">
      <p className="flex items-start gap-2 text-lg leading-6 font-semibold text-alarm-ink">
        <Icon name="left" className="mt-0.5 size-5" />
        {text.payment.differs}
      </p>
      <table className="mt-2 w-full text-left">
        <thead className="text-sm text-soft">
          <tr>
            <th scope="col" className="font-normal">
              {text.payment.what}
            </th>
            <th scope="col" className="font-normal">
              {text.payment.asked}
            </th>
            <th scope="col" className="font-normal">
              {text.payment.found}
            </th>
          </tr>
        </thead>
        <tbody>
          {verdict.differences.map((difference) => (
            <tr key={difference.what} className="border-t border-line align-top">
              <th scope="row" className="py-1 pr-3 font-normal">
                {text.payment.differences[difference.what]}
              </th>
              <td className="py-1 pr-3 [overflow-wrap:anywhere]">
                {valueWords(difference.what, difference.expected, currency)}
              </td>
              <td className="py-1 font-bold [overflow-wrap:anywhere]">
                {valueWords(difference.what, difference.found, heldCurrency)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Amounts come in minor units; everything else, and an amount that could not be read, in the wallet's own words. */
function valueWords(what: Difference['what'], value: string, currency: string): string {
  return what === 'amount' && /^\d+$/.test(value) ? moneyWords(Number(value), currency) : value
}
