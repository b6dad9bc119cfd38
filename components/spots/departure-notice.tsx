'use client'

import type { Departure } from '#contract/departure.ts'
import { HOUSE_CURRENCY } from '#contract/money.ts'
import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import type { SpotDetail } from '#contract/spot.ts'
import type { ProblemError } from '#components/http/problem-error.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { clockWords, moneyWords } from '#components/orders/money-words.ts'
import { hasCode, PayCode } from '#components/orders/pay-code.tsx'
import { text } from '#components/text/catalogue.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { DepartureActs } from './departure-acts.tsx'
import { useDeparture } from './use-departure.ts'

/** Guests who have left the app with something unpaid: what is known of them, and what can be said and done. */
export function DepartureNotice({
  spot,
  departure,
  may,
}: {
  spot: SpotDetail
  departure: Departure
  may: readonly Permission[]
}) {
  const saying = useDeparture(spot.id, departure)
  const orders = spot.orders.filter(({ id }) => departure.orderIds.includes(id))
  const unpaid = orders.filter(({ status }) => status !== 'reserved')
  const held = orders.filter(({ status }) => status === 'reserved')
  const { isAlarm, answer, answeredBy, answeredAt } = departure
  return (
    <section
      aria-label={text.left.title}
      data-alarm={isAlarm || undefined}
      className="mx-auto mb-4 grid max-w-2xl gap-3 rounded-2xl border-2 border-alarm-ink bg-raised p-4"
    >
      <div
        role={isAlarm ? 'alert' : undefined}
        data-alarm={isAlarm || undefined}
        className="-m-4 mb-0 flex items-start gap-3 rounded-t-xl border-b border-line px-4 py-3 text-alarm-ink data-alarm:fill-alarm"
      >
        <Icon name={isAlarm ? 'gone' : 'left'} className="mt-1 size-5" />
        <h2 className="text-lg font-bold">{isAlarm ? text.left.titleAlarm : text.left.title}</h2>
      </div>
      <p>{whatIsLeft(unpaid, held, clockWords(departure.leftAt))}</p>
      {departure.withdrawnMinor > 0 && (
        <p>{text.left.withdrawn(moneyWords(departure.withdrawnMinor, spotCurrency(orders)))}</p>
      )}
      {answer && answeredBy !== undefined && answeredAt !== undefined && (
        <p className="text-soft [overflow-wrap:anywhere]">
          {text.left.answered[answer](answeredBy, clockWords(answeredAt))}{' '}
          {answer === 'wait' &&
            !isAlarm &&
            departure.alarmAt !== undefined &&
            text.left.quietUntil(clockWords(departure.alarmAt))}
        </p>
      )}
      {answer === 'here' && <Codes orders={unpaid} name={spot.name} />}
      {saying.error && <Notice role="alert">{troubleWords(saying.error)}</Notice>}
      {may.includes('write_orders') && (
        <DepartureActs
          spotId={spot.id}
          departure={departure}
          unpaid={totalOf(unpaid)}
          may={may}
          saying={saying}
        />
      )}
    </section>
  )
}

/** The code of each order that the app pays from anywhere, since no table shows it to its guest any more. */
function Codes({ orders, name }: { orders: readonly Order[]; name: string }) {
  return orders.filter(hasCode).map((order) => (
    <figure
      key={order.id}
      className="grid justify-items-center gap-2 rounded-xl border border-line p-4"
    >
      <PayCode order={order} name={name} className="w-full max-w-64" />
      <figcaption className="text-center">
        <b className="text-lg">{moneyWords(order.totalMinor, order.currency)}</b>
        <br />
        {text.left.code}
      </figcaption>
    </figure>
  ))
}

function whatIsLeft(unpaid: readonly Order[], held: readonly Order[], time: string): string {
  const [unpaidWords, heldWords] = [totalOf(unpaid), totalOf(held)]
  if (unpaidWords === null) return text.left.held(heldWords ?? '', time)
  const first = text.left.unpaid(unpaidWords, time)
  return heldWords === null ? first : `${first} ${text.left.heldToo(heldWords)}`
}

function spotCurrency([first]: readonly Order[]): string {
  return first?.currency ?? HOUSE_CURRENCY
}

function totalOf(orders: readonly Order[]): string | null {
  const [first] = orders
  if (!first) return null
  return moneyWords(
    orders.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
    first.currency,
  )
}

function troubleWords(error: ProblemError): string {
  if (error.code === 'conflict') return text.left.decided
  if (error.code === 'invalid') return text.left.notMoved
  return `${text.left.failed} ${problemWords(error, {
    wallet_unreachable: text.order.unreachable,
    wallet_refused: text.order.refused(error.problem?.walletCode),
  })}`
}
