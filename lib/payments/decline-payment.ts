import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Order } from '#contract/order.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import { act } from '#lib/orders/intents/carry-out.ts'
import { changeOrder, describeOrder, getOrder, orderIdOf } from '#lib/orders/book/order-book.ts'
import { actorOf } from '#lib/orders/intents/intents.ts'
import { endOffers } from '#lib/orders/end-offers.ts'
import { conflictOver, orderOrNotFound } from '#lib/orders/book/present-order.ts'
import {
  nothingToUndo,
  type Outcome,
  type Procedure,
  type Steps,
} from '#lib/orders/intents/procedure.ts'
import { closedAs, stateOfOrder } from '#lib/orders/book/state.ts'
import { problem } from '#lib/runtime/problem.ts'

interface Declining {
  orderId: string
  reason: string | undefined
  actor: Actor
}

/** Gives a held payment back to the guest; the order is closed as declined. */
export async function declinePayment({ orderId, reason, actor }: Declining): Promise<Order> {
  const db = await database()
  const { spot_id: spotId } = await orderOrNotFound(db, orderId)
  const asked = {
    id: randomUUID(),
    act: 'decline',
    spotId,
    orderId,
    body: { reason },
    actor,
  } as const
  await act(asked, { decline: declining }, async (trx) => {
    const order = await orderOrNotFound(trx, orderId)
    if (order.status !== 'reserved') {
      throw await conflictOver(trx, orderId, 'There is no held payment to decline on this order.')
    }
    return { orderId, detail: { totalMinor: order.total_minor, reason: reason ?? null } }
  })
  return describeOrder(db, orderId)
}

const declineSteps: Steps = async (db, intent): Promise<Outcome> => {
  const order = await getOrder(db, orderIdOf(intent))
  const { isConfirmed } = await endOffers(db, intent, order)
  if (isConfirmed) {
    return {
      finish: (trx) => changeOrder(trx, order.id, stateOfOrder('confirmed')),
      problem: problem('conflict', { detail: 'The payment was confirmed already.' }),
    }
  }
  // What was taken in cash while the guest paid in the app as well is settled once the app's money is given back.
  const closing = order.settled_with === null ? 'declined' : 'settled'
  const closed = {
    ...closedAs(closing),
    verdict: null,
    notice: null,
    decided_by: actorOf(intent).name,
  }
  return { finish: (trx) => changeOrder(trx, order.id, closed) }
}

export const declining: Procedure = { steps: declineSteps, undo: nothingToUndo }
