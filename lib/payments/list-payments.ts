import 'server-only'
import { MOST_DECIDED, type Payments } from '#contract/payments.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { nameOfSpot } from '#lib/floor/tile.ts'
import { startOfBusinessDay } from '#lib/menu/business-day.ts'
import {
  decidedOrdersSince,
  describe,
  heldOrders,
  type BookedOrder,
} from '#lib/orders/book/order-book.ts'
import { now } from '#lib/runtime/clock.ts'

/** Every held payment, and what came of the others since the business day began. */
export async function listPayments(): Promise<Payments> {
  const db = await database()
  const floor = await liveFloor()
  const shown = (order: BookedOrder) => ({
    spotName: nameOfSpot(floor.spot(order.spot_id) ?? { id: order.spot_id, identifier: null }),
    order: describe(order),
  })
  const decided = await decidedOrdersSince(db, startOfBusinessDay(now()), MOST_DECIDED)
  return { held: (await heldOrders(db)).map(shown), decided: decided.map(shown) }
}
