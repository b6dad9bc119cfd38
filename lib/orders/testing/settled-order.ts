import 'server-only'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { describeOrder } from '../order-book.ts'

/** Waits for an act that goes on in the background, as a screen does: for the floor to say that the spot changed. */
export async function settledOrder(orderId: string): Promise<Order> {
  const floor = await liveFloor()
  const db = await database()
  for (;;) {
    const changed = new Promise<void>((resolve) => floor.hub.onNextChange(resolve))
    const present = await describeOrder(db, orderId)
    if (!present.work) return present
    await changed
  }
}
