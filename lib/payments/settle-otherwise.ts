import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Order, Settlement } from '#contract/order.ts'
import type * as z from 'zod/mini'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import { act, type Outcome, type Procedure, type Steps } from '#lib/orders/carry-out.ts'
import type { Intent } from '#lib/orders/intents.ts'
import type { Schema } from '#lib/database/schema.ts'
import type { Transaction } from 'kysely'
import { changeOrder, describeOrder, getOrder, orderIdOf } from '#lib/orders/order-book.ts'
import { endOffers } from '#lib/orders/end-offers.ts'
import { conflictOver, orderOrNotFound } from '#lib/orders/present-order.ts'
import { closedAs, stateOfOrder } from '#lib/orders/state.ts'
import { problem } from '#lib/runtime/problem.ts'
import { readPayment } from './follow-payment.ts'

interface Settling {
  orderId: string
  settlement: z.infer<typeof Settlement>
  actor: Actor
}

/** Marks an order as paid in cash or by card; its transaction is ended first, so that nobody pays twice. */
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
  await act(asked, settling, async (trx) => {
    const order = await orderOrNotFound(trx, orderId)
    if (order.status !== 'pending') {
      throw await conflictOver(
        trx,
        orderId,
        order.status === 'reserved'
          ? 'The guest pays this order in the app just now: confirm or decline that first.'
          : 'Only an order that waits for payment can be settled otherwise.',
      )
    }
    await changeOrder(trx, orderId, { settled_with: settlement.with })
    return { orderId, detail: { ...settlement, totalMinor: order.total_minor } }
  })
  return describeOrder(db, orderId)
}

const settleSteps: Steps = async (db, intent): Promise<Outcome> => {
  const order = await getOrder(db, orderIdOf(intent))
  const payment = await readPayment(db, order)
  if (payment !== 'reserved' && payment !== 'confirmed') {
    const ended = await endOffers(db, intent, order)
    if (ended !== 'confirmed') {
      return { finish: (trx) => changeOrder(trx, order.id, closedAs('settled')) }
    }
    await changeOrder(db, order.id, stateOfOrder(ended))
  }
  return {
    finish: (trx) => forgetSettlement(trx, intent),
    problem: problem('conflict', { detail: 'The guest was quicker and pays in the app.' }),
  }
}

export const settling: Procedure = { steps: settleSteps, undo: forgetSettlement }

function forgetSettlement(trx: Transaction<Schema>, intent: Intent): Promise<void> {
  return changeOrder(trx, orderIdOf(intent), { settled_with: null })
}
