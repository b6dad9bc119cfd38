import type { Order } from '#contract/order.ts'
import { moneyWords } from '#components/orders/money-words.ts'
import { text } from '#components/text/catalogue.ts'

/** What was asked, held and received side by side, where these are not all the same. */
export function PaymentFigures({ order }: { order: Order }) {
  const words = figureWords(order)
  return words === null ? null : <p className="mt-2 font-semibold">{words}</p>
}

export function figureWords(order: Order): string | null {
  const { totalMinor, heldMinor, takenMinor, currency, heldCurrency = currency } = order
  const isAlike = [heldMinor, takenMinor].every(
    (minor) => minor === undefined || minor === totalMinor,
  )
  if (isAlike && heldCurrency === currency) return null
  return [
    text.payment.asks(moneyWords(totalMinor, currency)),
    heldMinor !== undefined && text.payment.holds(moneyWords(heldMinor, heldCurrency)),
    takenMinor !== undefined && text.payment.took(moneyWords(takenMinor, heldCurrency)),
  ]
    .filter((figure) => figure !== false)
    .join(' · ')
}
