'use client'

import { MOST_DECIDED, type Payment } from '#contract/payments.ts'
import type { Permission } from '#contract/permission.ts'
import { useTile } from '#components/floor/use-floor.ts'
import { ActTrouble } from '#components/orders/act-trouble.tsx'
import { AgainActs } from '#components/orders/again-acts.tsx'
import { clockWords, moneyWords } from '#components/orders/money-words.ts'
import { actsOn } from '#components/orders/order-acts.ts'
import { OrderPill } from '#components/orders/order-pill.tsx'
import { useOrderAct } from '#components/orders/use-order-act.ts'
import { WorkWords } from '#components/orders/work-words.tsx'
import { pathOfPlace } from '#components/spots/path-of-place.ts'
import { text } from '#components/text/catalogue.ts'
import { BoardLink } from '#components/ui/board-link.tsx'
import { useSteadyTap } from '#components/ui/use-steady-tap.ts'
import { figureWords } from './payment-figures.tsx'

/** What came of the day's payments, the newest first; what ended unpaid can be asked again while guests are there. */
export function DecidedList({
  decided,
  may,
}: {
  decided: readonly Payment[]
  may: readonly Permission[]
}) {
  const steadyTap = useSteadyTap(decided.map(({ order }) => order.id))
  if (decided.length === 0) return <p className="text-soft">{text.payments.noneDecided}</p>
  return (
    <>
      <ol
        aria-label={text.payments.decided}
        onClickCapture={steadyTap}
        className="grid grid-cols-1 gap-2"
      >
        {decided.map((payment) => (
          <DecidedRow key={payment.order.id} payment={payment} may={may} />
        ))}
      </ol>
      {decided.length === MOST_DECIDED && (
        <p className="text-soft">{text.payments.more(MOST_DECIDED)}</p>
      )}
    </>
  )
}

function DecidedRow({
  payment: { spotName, order },
  may,
}: {
  payment: Payment
  may: readonly Permission[]
}) {
  const acting = useOrderAct(order)
  const status = useTile(order.spotId)?.spot?.status ?? 'closed'
  const isOfferable = actsOn(order) === 'again' && status !== 'closed'
  const { takenMinor = order.totalMinor, currency, heldCurrency = currency } = order
  const figures = figureWords(order)
  return (
    <li className="rounded-2xl border border-line bg-paper px-4 py-2">
      <div className="flex items-center justify-between gap-3">
        <BoardLink
          href={pathOfPlace(order.spotId)}
          className="flex min-h-11 min-w-11 items-center font-bold underline-offset-4 hover:underline"
        >
          <bdi className="truncate">{spotName}</bdi>
        </BoardLink>
        <b className="figures text-lg">
          {order.status === 'confirmed'
            ? moneyWords(takenMinor, heldCurrency)
            : moneyWords(order.totalMinor, currency)}
        </b>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 pb-1">
        <OrderPill order={order} />
        <span className="[overflow-wrap:anywhere] text-soft">
          {order.decidedAt !== undefined &&
            text.payments.at(clockWords(order.decidedAt), order.decidedBy)}
        </span>
      </div>
      {figures !== null && <p className="pb-1">{figures}</p>}
      <WorkWords order={order} running={acting.running} />
      {acting.failed && <ActTrouble failed={acting.failed} order={order} />}
      {isOfferable && may.includes('write_orders') && (
        <div className="pb-2">
          <AgainActs order={order} acting={acting} />
        </div>
      )}
    </li>
  )
}
