import 'server-only'
import type { Unsettled } from '#contract/unsettled.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { keptTabs } from '#lib/tabs/kept-tabs.ts'
import { isPutOff, runningIntents } from '../intents/intents.ts'
import { describe, unsettledOrders } from './order-book.ts'

/** Everything that has not come to an end: orders that can be paid or are held, tables that are being freed, and tabs. */
export async function listUnsettled(): Promise<Unsettled> {
  const db = await database()
  const floor = await liveFloor()
  const nameOf = (spotId: number): string =>
    floor.nameOf(floor.spot(spotId) ?? { id: spotId, identifier: null, locationId: null })
  const orders = await unsettledOrders(db)
  const closes = (await runningIntents(db)).filter(
    (intent) => intent.act === 'close' && !isPutOff(intent),
  )
  return {
    orders: orders.map((order) => ({
      spotName: nameOf(order.spot_id),
      order: describe(order),
    })),
    closes: closes.map((intent) => ({
      spotId: intent.spot_id,
      spotName: nameOf(intent.spot_id),
      since: intent.created_at,
    })),
    tabs: await keptTabs(db),
  }
}
