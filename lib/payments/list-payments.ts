import 'server-only'
import { boundsOfDay, businessDayOf } from '#contract/business-day.ts'
import { MOST_DECIDED, type Payments } from '#contract/payments.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import { nameOfSpot } from '#lib/floor/tile.ts'
import {
  decidedOrdersSince,
  describe,
  heldOrders,
  type BookedOrder,
} from '#lib/orders/book/order-book.ts'
import { now } from '#lib/runtime/clock.ts'
import { readSettings } from '#lib/settings/settings.ts'

/** Every held payment, and what came of the others since the business day began. */
export async function listPayments(): Promise<Payments> {
  const db = await database()
  const rule = await readSettings(db)
  const { fromMs } = boundsOfDay(businessDayOf(now(), rule), rule)
  const held = await heldOrders(db)
  const decided = await decidedOrdersSince(db, fromMs, MOST_DECIDED)
  const identifiers = await identifiersOf(db, [...held, ...decided])
  const shown = (order: BookedOrder) => {
    const identifier = identifiers.get(order.spot_id) ?? null
    return { spotName: nameOfSpot({ id: order.spot_id, identifier }), order: describe(order) }
  }
  return { held: held.map(shown), decided: decided.map(shown) }
}

/** By the book, since what is settled at the counter has left the floor. */
async function identifiersOf(
  db: Database,
  orders: readonly BookedOrder[],
): Promise<Map<number, string | null>> {
  const ids = [...new Set(orders.map((order) => order.spot_id))]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('spots')
    .select(['id', 'identifier'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, identifier }) => [id, identifier]))
}
