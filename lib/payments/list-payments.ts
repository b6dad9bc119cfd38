import 'server-only'
import { boundsOfDay, businessDayOf } from '#contract/business-day.ts'
import { MOST_DECIDED, type Payments } from '#contract/payments.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
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
  const floor = await liveFloor()
  const shown = (order: BookedOrder) => ({
    spotName: nameOfSpot(floor.spot(order.spot_id) ?? { id: order.spot_id, identifier: null }),
    order: describe(order),
  })
  const rule = await readSettings(db)
  const { fromMs } = boundsOfDay(businessDayOf(now(), rule), rule)
  const decided = await decidedOrdersSince(db, fromMs, MOST_DECIDED)
  return { held: (await heldOrders(db)).map(shown), decided: decided.map(shown) }
}
