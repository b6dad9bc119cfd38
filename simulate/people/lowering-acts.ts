import { editOrder } from '#lib/orders/edit-order.ts'
import { draft } from '#lib/orders/testing/evening.ts'
import { confirmPayment } from '#lib/payments/confirm-payment.ts'
import { giveMoneyBack } from '#lib/payments/give-money-back.ts'
import type { StaffAct } from './staff-act.ts'

const reason = 'cold soup'

/** Acts by which guests pay less than they were asked first, or have some of it back. */
export const loweringActs = {
  lower: {
    weight: 1,
    isKeyed: true,
    on: 'order',
    statuses: ['pending'],
    names: (totalMinor) => totalMinor - 70,
    ask: ({ intentId, order, amountMinor, who }) =>
      editOrder({
        intentId,
        orderId: order.id,
        version: order.version,
        edit: { ...draft(amountMinor + 30), discountMinor: 30, reason },
        ...who,
      }),
  },
  'confirm less': {
    weight: 1,
    isKeyed: false,
    on: 'order',
    statuses: ['reserved'],
    names: (totalMinor) => totalMinor - 150,
    ask: ({ order, amountMinor, who }) =>
      confirmPayment({
        orderId: order.id,
        version: order.version,
        amountMinor,
        reason,
        ...who,
      }),
  },
  'give money back': {
    weight: 1,
    isKeyed: true,
    on: 'order',
    statuses: ['confirmed'],
    names: (totalMinor) => Math.ceil(totalMinor / 4),
    ask: ({ intentId, order, amountMinor, who: { actor } }) =>
      giveMoneyBack({
        id: intentId,
        orderId: order.id,
        given: { amountMinor, how: 'cash', reason },
        actor,
      }),
  },
} satisfies Record<string, StaffAct>
