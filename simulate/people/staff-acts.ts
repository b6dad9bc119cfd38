import { closeSpot } from '#lib/orders/close-spot.ts'
import { deleteOrder } from '#lib/orders/delete-order.ts'
import { editOrder } from '#lib/orders/edit-order.ts'
import { declineAndOffer, offerAgain } from '#lib/orders/offer-again.ts'
import { deleteNow, keepOrder } from '#lib/orders/put-off-deletion.ts'
import { sendOrder } from '#lib/orders/send-order.ts'
import { submitAtCounter } from '#lib/orders/submit-at-counter.ts'
import { submitOrder } from '#lib/orders/submit-order.ts'
import { draft } from '#lib/orders/testing/evening.ts'
import { confirmPayment } from '#lib/payments/confirm-payment.ts'
import { declinePayment } from '#lib/payments/decline-payment.ts'
import { settleOtherwise } from '#lib/payments/settle-otherwise.ts'
import { counter } from '../wallet/site.ts'
import { leavingActs } from './leaving-acts.ts'
import { loweringActs } from './lowering-acts.ts'
import { rearrangingActs } from './rearranging-acts.ts'
import type { StaffAct } from './staff-act.ts'

const reason = 'wrong table'

export const staffActs = {
  submit: {
    weight: 5,
    isKeyed: true,
    on: 'spot',
    ask: ({ intentId, spotId, amountMinor, who: { actor } }) =>
      spotId === counter
        ? submitAtCounter({ intentId, order: draft(amountMinor), actor })
        : submitOrder({ intentId, spotId, draft: draft(amountMinor), actor }),
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
  'settle by card': {
    weight: 1,
    isKeyed: false,
    on: 'order',
    statuses: ['pending'],
    ask: ({ order, who: { actor } }) =>
      settleOtherwise({ orderId: order.id, settlement: { with: 'card' }, actor }),
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
  ...rearrangingActs,
  ...leavingActs,
  ...loweringActs,
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
  'offer changed': {
    weight: 1,
    isKeyed: true,
    on: 'order',
    statuses: ['closed'],
    ask: ({ intentId, order, amountMinor, who }) =>
      offerAgain({
        intentId,
        orderId: order.id,
        version: order.version,
        draft: { ...draft(amountMinor), reason },
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
