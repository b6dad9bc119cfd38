import 'server-only'
import { randomUUID } from 'node:crypto'
import * as z from 'zod/mini'
import { Settlement, type Order } from '#contract/order.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import { forgetOrder } from '#lib/orders/book/book-order.ts'
import { act } from '#lib/orders/intents/carry-out.ts'
import { adoptPaid, endOffers } from '#lib/orders/end-offers.ts'
import { canBeCalledOff, giveUpSending } from '#lib/orders/give-up-sending.ts'
import { actorOf, bodyOf, isUnattended } from '#lib/orders/intents/intents.ts'
import { changeOrder, describeOrder, getOrder, orderIdOf } from '#lib/orders/book/order-book.ts'
import { conflictOver, orderOrNotFound } from '#lib/orders/book/present-order.ts'
import type { Outcome, Procedure, Steps } from '#lib/orders/intents/procedure.ts'
import { closedAs, stateOfOrder } from '#lib/orders/book/state.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'
import { readPayment } from './follow-payment.ts'

interface Settling {
  orderId: string
  settlement: z.infer<typeof Settlement>
  actor: Actor
}

/**
 * Marks an order as paid in cash or by card. What was taken is recorded at once, whatever the wallet does; the order's
 * transaction is ended first thing, so that nobody pays twice (law 9).
 */
export async function settleOtherwise({ orderId, settlement, actor }: Settling): Promise<Order> {
  const db = await database()
  const { spot_id: spotId } = await orderOrNotFound(db, orderId)
  const asked = {
    id: randomUUID(),
    act: 'settle',
    spotId,
    orderId,
    body: settlement,
    actor,
  } as const
  await act(asked, { settle: settling }, async (trx) => {
    const order = await orderOrNotFound(trx, orderId)
    if (canBeCalledOff(order)) {
      await giveUpSending(trx, order, { atLeastMs: 0, because: 'taken otherwise' })
    } else if (order.status !== 'pending') {
      throw await conflictOver(
        trx,
        orderId,
        order.status === 'reserved'
          ? 'The guest pays this order in the app just now: confirm or decline that first.'
          : 'Only an order that waits for payment can be settled otherwise.',
      )
    }
    return { orderId, detail: { ...settlement, totalMinor: order.total_minor } }
  })
  return describeOrder(db, orderId)
}

const settleSteps: Steps = async (db, intent): Promise<Outcome> => {
  const order = await getOrder(db, orderIdOf(intent))
  // Both were paid: what was taken stays on record until a person has declined or confirmed the payment in the app.
  const news = isUnattended(intent) ? { notice: 'paid_twice' } : { settled_with: null }
  const tooLate = problem('conflict', { detail: 'The guest was quicker and pays in the app.' })
  const adopt = order.wallet_order_id === null ? await adoptPaid(db, order) : undefined
  if (adopt) {
    return {
      finish: async (trx) => {
        await adopt(trx)
        await changeOrder(trx, order.id, news)
      },
      problem: tooLate,
    }
  }
  const payment = await readPayment(db, order)
  if (payment !== 'reserved' && payment !== 'confirmed') {
    const { isConfirmed, isPaidBack } = await endOffers(db, intent, order)
    if (!isConfirmed) {
      const notice = isPaidBack ? { notice: 'paid_back' } : {}
      return { finish: (trx) => changeOrder(trx, order.id, { ...closedAs('settled'), ...notice }) }
    }
    await changeOrder(db, order.id, stateOfOrder('confirmed'))
  }
  return { finish: (trx) => changeOrder(trx, order.id, news), problem: tooLate }
}

export const settling: Procedure = {
  steps: settleSteps,
  start: (trx, intent) => {
    const { with: settledWith } = bodyOf(intent, Settlement)
    return changeOrder(trx, orderIdOf(intent), {
      settled_with: settledWith,
      settled_at: now(),
      settled_by: actorOf(intent).name,
      notice: null,
    })
  },
  drop: (trx, intent, wasShown) => forgetOrder(trx, orderIdOf(intent), wasShown),
}
