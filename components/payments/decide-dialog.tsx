import type { Order } from '#contract/order.ts'
import { moneyWords } from '#components/orders/money-words.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import type { Decision } from './use-decision.ts'
import { Verdict } from './verdict.tsx'

/** The ways that there are about a held payment, for whoever may choose among them. */
export function DecideDialog({
  order,
  spotName,
  decision,
}: {
  order: Order
  spotName: string
  decision: Decision
}) {
  const { ask, isEqual } = decision
  return (
    <Dialog
      isOpen={decision.asking === 'decide'}
      onClose={() => decision.close('decide')}
      title={text.payment.decideTitle(spotName)}
    >
      <Verdict order={order} />
      <div className="mt-5 grid gap-3">
        {decision.mayConfirm && (
          <Button
            size="big"
            variant={isEqual ? 'confirm' : 'plain'}
            onClick={() => (isEqual ? decision.confirm({}) : ask('confirm'))}
          >
            {isEqual
              ? text.payment.confirm(moneyWords(order.totalMinor, order.currency))
              : text.payment.confirmAnywayAsk}
          </Button>
        )}
        {decision.mayConfirmLess && (
          <Button size="big" onClick={() => ask('less')}>
            {text.payment.less}
          </Button>
        )}
        {decision.mayDecline && (
          <Button size="big" variant="danger" onClick={() => ask('decline')}>
            {text.payment.declineAsk}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
