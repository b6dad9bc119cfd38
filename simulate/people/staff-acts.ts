import type { Order } from '#contract/order.ts'
import { closeSpot } from '#lib/orders/close-spot.ts'
import { deleteOrder } from '#lib/orders/delete-order.ts'
import { editOrder } from '#lib/orders/edit-order.ts'
import { submitOrder } from '#lib/orders/submit-order.ts'
import { draft, type manager, type waiter } from '#lib/orders/testing/evening.ts'
import { confirmPayment } from '#lib/payments/confirm-payment.ts'
import { declinePayment } from '#lib/payments/decline-payment.ts'
import { settleOtherwise } from '#lib/payments/settle-otherwise.ts'

export interface AskingAtSpot {
  intentId: string
  spotId: number
  /** No two askings have the same, so that an amount tells who asked for it. */
  amountMinor: number
  who: typeof waiter | typeof manager
}

export interface AskingOnOrder extends AskingAtSpot {
  order: { id: string; version: number }
}

interface Common {
  /** How often staff do it, beside the others. */
  weight: number
  /** Whether the device gives the key, so that the same request can be sent again. */
  isKeyed: boolean
}

/** What staff may do and how it is asked for. An act on an order names the statuses in which it is tried, the best first. */
export type StaffAct =
  | (Common & { on: 'spot'; ask: (asking: AskingAtSpot) => Promise<Order | boolean> })
  | (Common & {
      on: 'order'
      statuses: readonly string[]
      ask: (asking: AskingOnOrder) => Promise<Order | boolean>
    })

const reason = 'wrong table'

export const staffActs = {
  submit: {
    weight: 5,
    isKeyed: true,
    on: 'spot',
    ask: ({ intentId, spotId, amountMinor, who: { actor } }) =>
      submitOrder({ intentId, spotId, draft: draft(amountMinor), actor }),
  },
  edit: {
    weight: 4,
    isKeyed: true,
    on: 'order',
    statuses: ['pending', 'sending'],
    ask: ({ intentId, order, amountMinor, who }) =>
      editOrder({
        intentId,
        orderId: order.id,
        version: order.version,
        edit: { ...draft(amountMinor), reason },
        ...who,
      }),
  },
  delete: {
    weight: 3,
    isKeyed: false,
    on: 'order',
    statuses: ['pending', 'sending'],
    ask: ({ order, who }) =>
      deleteOrder({ orderId: order.id, version: order.version, reason, ...who }),
  },
  confirm: {
    weight: 4,
    isKeyed: false,
    on: 'order',
    statuses: ['reserved', 'pending'],
    ask: ({ order, who }) =>
      confirmPayment({
        orderId: order.id,
        version: order.version,
        acceptsDifferences: false,
        ...who,
      }),
  },
  decline: {
    weight: 2,
    isKeyed: false,
    on: 'order',
    statuses: ['reserved'],
    ask: ({ order, who: { actor } }) => declinePayment({ orderId: order.id, reason, actor }),
  },
  settle: {
    weight: 2,
    isKeyed: false,
    on: 'order',
    statuses: ['pending'],
    ask: ({ order, who: { actor } }) =>
      settleOtherwise({ orderId: order.id, settlement: { with: 'cash' }, actor }),
  },
  close: {
    weight: 2,
    isKeyed: false,
    on: 'spot',
    ask: ({ spotId, who }) => closeSpot({ spotId, endsUnpaid: true, ...who }),
  },
} satisfies Record<string, StaffAct>

export type StaffActName = keyof typeof staffActs

export const staffActNames = Object.keys(staffActs).filter((name) => isStaffAct(name))

function isStaffAct(name: string): name is StaffActName {
  return Object.hasOwn(staffActs, name)
}
