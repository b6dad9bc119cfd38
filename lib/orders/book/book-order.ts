import 'server-only'
import type { Transaction } from 'kysely'
import type { OrderDraft } from '#contract/order.ts'
import type { Part } from '#contract/part.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import type { Schema } from '#lib/database/schema.ts'
import { presentVisit } from '#lib/floor/spot-store.ts'
import { now } from '#lib/runtime/clock.ts'
import { changeOrder, columnsOfPart } from './order-book.ts'
import { closedAs } from './state.ts'
import { addVersion } from './versions.ts'

interface NewBookedOrder {
  orderId: string
  spotId: number
  draft: OrderDraft
  actor: Actor
  part?: Part
  /** The order that this one comes from. */
  from?: string
  /** The visit that it belongs to, where that is not the present one. */
  visitId?: string
}

/** Writes an order into the book that is to be put before the guests of a visit, whose id it answers. */
export async function bookOrder(
  trx: Transaction<Schema>,
  { orderId, spotId, draft, actor, part, from, visitId: given }: NewBookedOrder,
): Promise<string> {
  const visitId = given ?? (await presentVisit(trx, spotId))
  await trx
    .insertInto('orders')
    .values({
      id: orderId,
      spot_id: spotId,
      visit_id: visitId,
      version: 1,
      status: 'sending',
      closed_as: null,
      settled_with: null,
      wallet_order_id: null,
      transaction_key: null,
      verdict: null,
      created_by: actor.name,
      created_at: now(),
      reserved_at: null,
      confirmed_at: null,
      notice: null,
      ...columnsOfPart(part),
      from_order: from ?? null,
      closed_at: null,
      settled_at: null,
      settled_by: null,
    })
    .execute()
  // An order that comes from another one is not the first thing that these guests were asked for, and guests who never
  // checked in did not wait for one.
  if (from === undefined && given === undefined) await markFirstOrder(trx, visitId)
  await addVersion(trx, orderId, 1, draft, actor)
  return visitId
}

async function markFirstOrder(trx: Transaction<Schema>, visitId: string): Promise<void> {
  await trx
    .updateTable('visits')
    .set({ first_order_at: now() })
    .where('id', '=', visitId)
    .where('first_order_at', 'is', null)
    .execute()
}

/**
 * Ends an order whose turn never came: nobody was asked for it, and what it came from still stands. One that nobody was
 * shown leaves the book; another one says what became of it.
 */
export async function forgetOrder(
  trx: Transaction<Schema>,
  orderId: string,
  wasShown: boolean,
): Promise<void> {
  if (wasShown) {
    await changeOrder(trx, orderId, { ...closedAs('cancelled'), notice: 'change_dropped' })
    return
  }
  await trx.deleteFrom('order_versions').where('order_id', '=', orderId).execute()
  await trx.deleteFrom('orders').where('id', '=', orderId).execute()
}
