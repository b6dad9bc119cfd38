import type { Order } from '#contract/order.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { text } from '#components/text/catalogue.ts'
import { Notice } from '#components/ui/notice.tsx'
import { aftermathOf } from './intent.ts'
import { OrderLines } from './order-lines.tsx'
import type { FailedAct } from './use-order-act.ts'

/** What came of a tap that did not do what it says. */
export function ActTrouble({
  failed,
  order,
}: {
  failed: Pick<FailedAct, 'error' | 'before'>
  order: Order
}) {
  const { error, before } = failed
  const isChanged = order.version !== before.version
  if (error.code === 'conflict') {
    return (
      <Notice role="alert" className="mt-3">
        <p>{conflictWords(before, order)}</p>
        {isChanged && (
          <div className="mt-2 rounded-lg border border-line p-3">
            <p className="mb-1 font-semibold">{text.order.versionBefore}</p>
            <OrderLines order={before} />
          </div>
        )}
      </Notice>
    )
  }
  const isSettled = isChanged || order.status !== before.status || order.work !== undefined
  if (aftermathOf(error) === 'unanswered' && isSettled) return null
  return (
    <Notice role="alert" className="mt-3">
      {failureWords(failed)}
    </Notice>
  )
}

function conflictWords(before: Order, order: Order): string {
  if (order.version !== before.version) return text.order.changedMeanwhile
  const isOtherPayment = order.status === 'reserved' && order.judged !== before.judged
  return isOtherPayment ? text.payment.changedMeanwhile : text.order.movedOn
}

function failureWords({ error }: Pick<FailedAct, 'error'>): string {
  if (aftermathOf(error) === 'unanswered') return text.order.noAnswer
  return problemWords(error, {
    wallet_unreachable: text.order.unreachable,
    wallet_refused: text.order.refused(error.problem?.walletCode),
    reason_required: text.order.reasonNeeded,
  })
}
