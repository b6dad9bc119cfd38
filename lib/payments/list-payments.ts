import 'server-only'
import { boundsOfDay, businessDayOf } from '#contract/business-day.ts'
import { MOST_DECIDED, type Payments } from '#contract/payments.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import { spotNames } from '#lib/floor/spot-names.ts'
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
  const nameOf = await namesOfPlaces(db, [...held, ...decided])
  const shown = (order: BookedOrder) => ({
    spotName: nameOf(order.spot_id),
    order: describe(order),
  })
  return { held: held.map(shown), decided: decided.map(shown) }
}

/** By the book, since what is settled at the counter has left the floor. */
async function namesOfPlaces(
  db: Database,
  orders: readonly BookedOrder[],
): Promise<(spotId: number) => string> {
  const ids = [...new Set(orders.map((order) => order.spot_id))]
  const nameOf = await spotNames(db)
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('spots')
          .select(['id', 'identifier', 'location_id as locationId'])
          .where('id', 'in', ids)
          .execute()
  const names = new Map(rows.map((spot) => [spot.id, nameOf(spot)]))
  return (spotId) => names.get(spotId) ?? nameOf({ id: spotId, identifier: null, locationId: null })
}
