import type { Order } from '#contract/order.ts'
import { ConfirmLessDialog } from './confirm-less-dialog.tsx'
import { ConfirmUnequalDialog } from './confirm-unequal-dialog.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import type { Decision } from './use-decision.ts'

/** The sheets in which somebody decides what one tap does not. */
export function DecisionDialogs({ order, decision }: { order: Order; decision: Decision }) {
  const { asking, close, confirm, decline } = decision
  return (
    <>
      <DeclineDialog
        order={order}
        isOpen={asking === 'decline'}
        onClose={() => close('decline')}
        onDecline={decline}
      />
      <ConfirmUnequalDialog
        order={order}
        isOpen={asking === 'confirm'}
        onClose={() => close('confirm')}
        needsReason={decision.needsReason}
        onConfirm={(accepted) => confirm({ acceptsDifferences: true, ...accepted })}
      />
      {decision.mayConfirmLess && (
        <ConfirmLessDialog
          order={order}
          isOpen={asking === 'less'}
          onClose={() => close('less')}
          onConfirm={(less) => confirm({ acceptsDifferences: !decision.isEqual, ...less })}
        />
      )}
    </>
  )
}
