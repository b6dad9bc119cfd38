import 'server-only'
import type { StrangerFacts } from '#contract/spot.ts'
import { visibleText } from '#contract/text.ts'
import type { Database } from '#lib/database/open-database.ts'
import { liveFloor } from './live-floor.ts'
import { moneyOfSpots } from './spot-money.ts'
import { planStrangers, spotsKeptOpen } from './stranger-closings.ts'

/** What is known of a spot whose code is in no register; undefined of any other. */
export async function describeStranger(
  db: Database,
  spotId: number,
): Promise<StrangerFacts | undefined> {
  const floor = await liveFloor()
  const spot = floor.spot(spotId)
  if (!spot || !floor.house.isStranger(spot)) return undefined
  const noted = await db
    .selectFrom('strangers')
    .selectAll()
    .where('spot_id', '=', spotId)
    .executeTakeFirst()
  const money = await moneyOfSpots(db, [spotId])
  await planStrangers(db, floor.house, [spot], money)
  const near = floor.house.nearestTo(spot)
  return {
    firstSeenAt: noted?.first_seen_at ?? spot.since,
    visits: noted?.visits ?? 0,
    closed: noted?.closed ?? 0,
    near: near ? { identifier: visibleText(near.identifier), name: near.name } : null,
    locationId: floor.house.locationOf(spot),
    closesAt: money.get(spotId)?.closesAt ?? null,
    staysOpen: (await spotsKeptOpen(db, [spot])).has(spotId),
  }
}
