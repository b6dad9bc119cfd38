'use client'

import { useId } from 'react'
import { describeLines, type Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { useAge, useClock } from '#components/clock/use-clock.ts'
import { ageWords } from '#components/clock/age-words.ts'
import { loudnessOfAge } from '#contract/loudness.ts'
import { ActTrouble } from '#components/orders/act-trouble.tsx'
import { moneyWords } from '#components/orders/money-words.ts'
import { OrderNotice } from '#components/orders/order-notice.tsx'
import { useOrderAct, type OrderActing } from '#components/orders/use-order-act.ts'
import { WorkWords } from '#components/orders/work-words.tsx'
import { pathOfPlace } from '#components/spots/path-of-place.ts'
import { text } from '#components/text/catalogue.ts'
import { BoardLink } from '#components/ui/board-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { DecisionDialogs } from './decision-dialogs.tsx'
import { confirmWords } from './held-acts.tsx'
import { useDecision, type Decision } from './use-decision.ts'
import { Verdict } from './verdict.tsx'

/** One held payment: where, how much, since when, how it compares with what was asked for, and the decision. */
export function HeldRow({
  spotName,
  order,
  may,
}: {
  spotName: string
  order: Order
  may: readonly Permission[]
}) {
  const acting = useOrderAct(order)
  const decision = useDecision(order, may, acting)
  const { reservedAt = null, heldUntil } = order
  const age = useAge(reservedAt)
  const left = useClock((now) => (heldUntil === undefined ? '' : ageWords(heldUntil - now)))
  const loudness = useClock((now) => loudnessOfAge(reservedAt, now))
  const titleId = useId()

  return (
    <li>
      <article
        aria-labelledby={titleId}
        data-loud={loudness || undefined}
        className="rounded-2xl border border-edge bg-card p-4 data-[loud=2]:border-2 data-[loud=3]:border-2 data-[loud=2]:border-held data-[loud=3]:border-alarm"
      >
        <div className="flex items-start justify-between gap-3">
          <h3 id={titleId} className="min-w-0 text-xl leading-tight font-bold tracking-tight">
            <BoardLink
              href={pathOfPlace(order.spotId)}
              className="flex min-h-11 min-w-11 items-center underline-offset-4 hover:underline"
            >
              <bdi className="line-clamp-2 [overflow-wrap:anywhere]">{spotName}</bdi>
            </BoardLink>
          </h3>
          <b className="figures flex min-h-11 items-center text-xl">
            {moneyWords(order.totalMinor, order.currency)}
          </b>
        </div>
        <p className="[overflow-wrap:anywhere] text-soft">
          {age !== null && (
            <b
              data-loud={loudness || undefined}
              className="figures font-semibold text-ink data-[loud=3]:text-alarm-ink"
            >
              {text.payment.heldFor(age)}
            </b>
          )}
          {left !== null && left !== '' && ` · ${text.payment.holdEnds(left)}`}
          {order.part && ` · ${text.rearrange.part(order.part)}`}
        </p>
        <p className="line-clamp-2 [overflow-wrap:anywhere] text-soft">
          {describeLines(order.lines)}
        </p>
        {!decision.isPaidTwice && <Verdict order={order} />}
        <OrderNotice order={order} may={may} />
        <WorkWords order={order} running={acting.running} />
        {acting.failed && <ActTrouble failed={acting.failed} order={order} />}
        <RowActs order={order} spotName={spotName} decision={decision} acting={acting} />
      </article>
      <DecideDialog order={order} spotName={spotName} decision={decision} />
      <DecisionDialogs order={order} decision={decision} />
    </li>
  )
}

function RowActs({
  order,
  spotName,
  decision,
  acting,
}: {
  order: Order
  spotName: string
  decision: Decision
  acting: OrderActing
}) {
  const { isEqual, isPaidTwice, isAtWork, mayDecline } = decision
  if (isPaidTwice) {
    return mayDecline ? (
      <Button
        variant="danger"
        size="big"
        className="mt-3 w-full"
        isBusy={acting.running === 'decline'}
        disabled={isAtWork}
        onClick={() => decision.ask('decline')}
      >
        {text.payment.declineAsk}
      </Button>
    ) : null
  }
  if (!isEqual && order.verdict) {
    return mayDecline ? (
      <Button
        variant="main"
        size="big"
        className="mt-3 w-full"
        isBusy={acting.running !== null}
        disabled={isAtWork}
        onClick={() => decision.ask('decide')}
      >
        {text.payment.decide}
      </Button>
    ) : (
      <p className="mt-3 font-semibold">{text.payment.askManager}</p>
    )
  }
  return (
    <div className="mt-3 flex flex-wrap gap-4">
      {mayDecline && (
        <Button
          className="min-h-13 px-3!"
          aria-label={text.payment.otherwiseAt(spotName)}
          disabled={isAtWork || !order.verdict}
          onClick={() => decision.ask('decide')}
        >
          {text.payment.otherwise}
        </Button>
      )}
      <Button
        variant="confirm"
        size="big"
        className="flex-1 px-3!"
        isBusy={acting.running === 'confirm'}
        disabled={isAtWork || !decision.mayConfirm}
        onClick={() => decision.confirm({})}
      >
        {confirmWords(order, acting.running === 'confirm', isEqual)}
      </Button>
    </div>
  )
}
