import type { Order } from '#contract/order.ts'
import { closeSpot } from '#lib/orders/close-spot.ts'
import { deleteOrder } from '#lib/orders/delete-order.ts'
import { editOrder } from '#lib/orders/edit-order.ts'
import { joinOrders } from '#lib/orders/join-orders.ts'
import { moveOrder } from '#lib/orders/move-order.ts'
import { declineAndOffer, offerAgain } from '#lib/orders/offer-again.ts'
import { deleteNow, keepOrder } from '#lib/orders/put-off-deletion.ts'
import { sendOrder } from '#lib/orders/send-order.ts'
import { splitOrder } from '#lib/orders/split-order.ts'
import { submitOrder } from '#lib/orders/submit-order.ts'
import { draft, type manager, type waiter } from '#lib/orders/testing/evening.ts'
import { confirmPayment } from '#lib/payments/confirm-payment.ts'
import { declinePayment } from '#lib/payments/decline-payment.ts'
import { settleOtherwise } from '#lib/payments/settle-otherwise.ts'
import { spotIds } from '../wallet/site.ts'

export interface AskingAtSpot {
  intentId: string
  spotId: number
  /** No two askings have the same, so that an amount tells who asked for it. */
  amountMinor: number
  who: typeof waiter | typeof manager
}

export interface AskingOnOrder extends AskingAtSpot {
  order: { id: string; version: number }
  /** Another unsettled order of the spot, or the same where there is no other. */
  other: { id: string; version: number }
}

interface Common {
  /** How often staff do it, beside the others. */
  weight: number
  /** Whether the device gives the key, so that the same request can be sent again. */
  isKeyed: boolean
}

/** What staff may do and how it is asked for. An act on an order names the statuses in which it is tried, the best first. */
export type StaffAct =
  | (Common & { on: 'spot'; ask: (asking: AskingAtSpot) => Promise<StaffAnswer> })
  | (Common & {
      on: 'order'
      statuses: readonly string[]
      ask: (asking: AskingOnOrder) => Promise<StaffAnswer>
    })

/** The order as it stands, all orders that it became, or whether it is known to be done. */
export type StaffAnswer = Order | readonly Order[] | boolean

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
    statuses: ['pending', 'sending'],
    ask: ({ order, who: { actor } }) =>
      settleOtherwise({ orderId: order.id, settlement: { with: 'cash' }, actor }),
  },
  'delete now': {
    weight: 2,
    isKeyed: false,
    on: 'order',
    statuses: ['pending'],
    ask: ({ order, who: { actor } }) => deleteNow(order.id, actor),
  },
  keep: {
    weight: 1,
    isKeyed: false,
    on: 'order',
    statuses: ['pending'],
    ask: ({ order, who: { actor } }) => keepOrder(order.id, actor),
  },
  split: {
    weight: 2,
    isKeyed: true,
    on: 'order',
    statuses: ['pending'],
    ask: ({ intentId, order, who }) =>
      splitOrder({
        intentId,
        orderId: order.id,
        version: order.version,
        split: { evenly: 3 },
        ...who,
      }),
  },
  'split off cash': {
    weight: 1,
    isKeyed: true,
    on: 'order',
    statuses: ['pending'],
    ask: ({ intentId, order, who }) =>
      splitOrder({
        intentId,
        orderId: order.id,
        version: order.version,
        split: { amountMinor: 100, settledWith: 'cash' },
        ...who,
      }),
  },
  join: {
    weight: 2,
    isKeyed: true,
    on: 'order',
    statuses: ['pending'],
    ask: ({ intentId, order, other, who: { actor } }) =>
      joinOrders({
        intentId,
        kept: { orderId: order.id, version: order.version },
        joined: { orderId: other.id, version: other.version },
        actor,
      }),
  },
  move: {
    weight: 2,
    isKeyed: true,
    on: 'order',
    statuses: ['pending'],
    ask: ({ intentId, spotId, order, who: { actor } }) =>
      moveOrder({
        intentId,
        orderId: order.id,
        version: order.version,
        spotId: (spotId % spotIds.length) + 1,
        actor,
      }),
  },
  offer: {
    weight: 2,
    isKeyed: true,
    on: 'order',
    statuses: ['closed'],
    ask: ({ intentId, order, who }) =>
      offerAgain({
        intentId,
        orderId: order.id,
        version: order.version,
        draft: undefined,
        ...who,
      }),
  },
  'decline and offer': {
    weight: 1,
    isKeyed: true,
    on: 'order',
    statuses: ['reserved'],
    ask: ({ intentId, order, amountMinor, who }) =>
      declineAndOffer({
        intentId,
        orderId: order.id,
        version: order.version,
        edit: { ...draft(amountMinor), reason },
        ...who,
      }),
  },
  send: {
    weight: 1,
    isKeyed: false,
    on: 'order',
    statuses: ['sending'],
    ask: ({ order, who: { actor } }) => sendOrder(order.id, actor),
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
