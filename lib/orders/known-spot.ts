import 'server-only'
import { isAtCounter } from '#contract/place.ts'
import { database } from '#lib/database/connection.ts'
import { placeAtCounter } from '#lib/floor/counter-places.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import type { BelievedSpot } from '#lib/floor/merge.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import { problem } from '#lib/runtime/problem.ts'

/**
 * The spot of an id; one that Spotboard has not seen is asked for once, and is unknown only on the wallet's word. What is
 * at the counter only the book knows.
 */
export async function knownSpot(spotId: number): Promise<BelievedSpot> {
  const floor = await liveFloor()
  const spot = floor.spot(spotId) ?? (await findSpot(spotId))
  if (!spot) throw problem('not_found', { detail: 'There is no such spot of this merchant.' })
  return spot
}

async function findSpot(spotId: number): Promise<BelievedSpot | undefined> {
  if (isAtCounter(spotId)) return placeAtCounter(await database(), spotId)
  return readSpot(spotId, 'person')
}
