'use client'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import type { Confirmation, Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import type { OrderActing } from '#components/orders/use-order-act.ts'

/** The sheet that is open over a held payment. */
export type Asking = 'decide' | 'confirm' | 'less' | 'decline'

/**
 * What somebody may decide about a held payment, and how. What is confirmed is the payment that stands on the screen:
 * the server confirms no other (law 1).
 */
export function useDecision(order: Order, may: readonly Permission[], acting: OrderActing) {
  const [asking, setAsking] = useState<Asking | null>(null)
  const isEqual = order.verdict?.equal === true
  const mayConfirm = isEqual
    ? may.includes('confirm_payment')
    : order.verdict !== undefined && may.includes('confirm_unequal_payment')

  return {
    asking,
    ask: setAsking,
    /** A sheet says that it is closed also where another one took its place. */
    close: (sheet: Asking) => setAsking((present) => (present === sheet ? null : present)),
    isEqual,
    mayConfirm,
    mayDecline: may.includes('decline_payment'),
    mayConfirmLess:
      may.includes('confirm_less') &&
      order.heldMinor !== undefined &&
      order.heldMinor > 1 &&
      order.verdict?.differences.every(({ what }) => what !== 'payments' && what !== 'status') ===
        true,
    needsReason: !may.includes('lower_without_reason'),
    needsManager: order.verdict !== undefined && !mayConfirm,
    // It is paid for already, so only giving the payment in the app back is left.
    isPaidTwice: order.notice === 'paid_twice',
    isAtWork: acting.running !== null || order.work !== undefined,
    confirm: (confirmation: Confirmation) => {
      setAsking(null)
      void acting.perform('confirm', address.confirmOrder(order.id), {
        method: 'POST',
        version: order.version,
        body: { ...confirmation, judged: order.judged },
      })
    },
    decline: (reason: string | undefined) => {
      setAsking(null)
      void acting.perform('decline', address.declineOrder(order.id), {
        method: 'POST',
        body: { reason },
      })
    },
  }
}

export type Decision = ReturnType<typeof useDecision>
