'use client'

import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { EditorLink } from '#components/orders/editor-link.tsx'
import { moneyWords } from '#components/orders/money-words.ts'
import type { OrderActing } from '#components/orders/use-order-act.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { DecisionDialogs } from './decision-dialogs.tsx'
import { useDecision, type Decision } from './use-decision.ts'

/** The decision about held money: one tap where it is exactly what was asked for, a manager's word where it is not. */
export function HeldActs({
  order,
  may,
  acting,
}: {
  order: Order
  may: readonly Permission[]
  acting: OrderActing
}) {
  const decision = useDecision(order, may, acting)
  const { isEqual, isPaidTwice, needsManager, isAtWork, mayDecline } = decision
  const isConfirming = acting.running === 'confirm'

  return (
    <>
      {needsManager && !isPaidTwice && (
        <p className="mt-3 font-semibold">{text.payment.askManager}</p>
      )}
      <div className="mt-3 flex flex-wrap gap-4 empty:hidden">
        {mayDecline && (
          <Button
            variant="danger"
            className={`min-h-13 px-3! ${isPaidTwice ? 'flex-1' : ''}`}
            isBusy={acting.running === 'decline'}
            disabled={isAtWork}
            onClick={() => decision.ask('decline')}
          >
            {text.payment.decline}
          </Button>
        )}
        {!needsManager && !isPaidTwice && (
          <Button
            variant={isEqual ? 'confirm' : 'plain'}
            size="big"
            className="flex-1 px-3! leading-tight"
            isBusy={isConfirming}
            disabled={isAtWork || !decision.mayConfirm}
            onClick={() => (isEqual ? decision.confirm({}) : decision.ask('confirm'))}
          >
            {confirmWords(order, isConfirming, isEqual)}
          </Button>
        )}
      </div>
      {!isPaidTwice && may.includes('write_orders') && (
        <OtherWays order={order} decision={decision} />
      )}
      <DecisionDialogs order={order} decision={decision} />
    </>
  )
}

/** A held order is locked; the one way to change it gives the payment back first, which is a manager's to decide. */
function OtherWays({ order, decision }: { order: Order; decision: Decision }) {
  const { isAtWork, mayDecline, mayConfirmLess } = decision
  if (!mayDecline) return <p className="mt-3 text-soft">{text.declining.wayOut}</p>
  return (
    <div className="mt-3 flex flex-wrap gap-4">
      <EditorLink
        order={order}
        way="decline"
        isAtWork={isAtWork}
        className="min-h-12 flex-auto px-3!"
      >
        {text.declining.change}
      </EditorLink>
      {mayConfirmLess && (
        <Button
          className="min-h-12 flex-auto px-3!"
          disabled={isAtWork}
          onClick={() => decision.ask('less')}
        >
          {text.payment.less}
        </Button>
      )}
    </div>
  )
}

export function confirmWords(order: Order, isRunning: boolean, isEqual: boolean): string {
  if (isRunning) return text.payment.confirming
  if (order.verdict && !isEqual) return text.payment.confirmAnywayAsk
  return text.payment.confirm(moneyWords(order.totalMinor, order.currency))
}
