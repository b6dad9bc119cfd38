import 'server-only'
import type { Database } from '#lib/database/open-database.ts'
import type { LiveFloor } from '#lib/floor/live-floor.ts'
import { now } from '#lib/runtime/clock.ts'

const KEPT_MS = 30 * 24 * 3_600_000
/** Whoever makes codes up can make thousands; of the closed ones so many are kept, those seen last. */
export const MOST_KEPT = 2000
/** Visits of one code beyond these are only counted. */
const MOST_VISITS = 20
const AT_ONCE = 500

/**
 * Forgets closed codes of no register that nobody has used for long or that are too many (law 7). What was used for an
 * order is never forgotten, nor is what has become a table.
 */
export async function forgetStrangers(db: Database, floor: LiveFloor): Promise<void> {
  const noted = new Map(
    (await db.selectFrom('strangers').select(['spot_id', 'last_seen_at']).execute()).map((row) => [
      row.spot_id,
      row.last_seen_at,
    ]),
  )
  const closed = [...floor.spots().values()]
    .filter((spot) => spot.status === 'closed' && floor.house.isStranger(spot))
    .map(({ id, since }) => ({ id, seenAt: noted.get(id) ?? since, wasHere: noted.has(id) }))
    .toSorted((one, other) => other.seenAt - one.seenAt)
  const old = closed.filter(
    ({ seenAt, wasHere }, place) => place >= MOST_KEPT || (wasHere && seenAt < now() - KEPT_MS),
  )
  const ids = old.map(({ id }) => id)
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    await floor.forget(ids.slice(from, from + AT_ONCE))
  }
  await forgetVisits(db)
}

/** A code that comes back again and again leaves its last visits and a count of all. */
async function forgetVisits(db: Database): Promise<void> {
  const often = await db
    .selectFrom('visits')
    .innerJoin('strangers', 'strangers.spot_id', 'visits.spot_id')
    .select('visits.spot_id')
    .groupBy('visits.spot_id')
    .having(({ fn }) => fn.countAll(), '>', MOST_VISITS)
    .limit(AT_ONCE)
    .execute()
  for (const { spot_id: spotId } of often) {
    const { started_at: oldest } = await db
      .selectFrom('visits')
      .select('started_at')
      .where('spot_id', '=', spotId)
      .orderBy('started_at', 'desc')
      .offset(MOST_VISITS - 1)
      .limit(1)
      .executeTakeFirstOrThrow()
    await db
      .deleteFrom('visits')
      .where('spot_id', '=', spotId)
      .where('started_at', '<', oldest)
      .where('ended_at', 'is not', null)
      .where('id', 'not in', db.selectFrom('orders').select('visit_id'))
      .execute()
  }
}
