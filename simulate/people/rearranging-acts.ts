import { joinOrders } from '#lib/orders/join-orders.ts'
import { moveOrder } from '#lib/orders/move-order.ts'
import { splitOrder } from '#lib/orders/split-order.ts'
import type { StaffAct } from './staff-act.ts'

/** Acts that make other orders of those that stand at a table. */
export const rearrangingActs = {
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
  'split off': {
    weight: 1,
    isKeyed: true,
    on: 'order',
    statuses: ['pending'],
    ask: ({ intentId, order, who }) =>
      splitOrder({
        intentId,
        orderId: order.id,
        version: order.version,
        split: { amountMinor: 150 },
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
    ask: ({ intentId, elsewhere, order, who: { actor } }) =>
      moveOrder({
        intentId,
        orderId: order.id,
        version: order.version,
        spotId: elsewhere,
        actor,
      }),
  },
} satisfies Record<string, StaffAct>
