import 'server-only'
import { liveFloor } from '#lib/floor/live-floor.ts'
import type { BelievedSpot } from '#lib/floor/merge.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import { problem } from '#lib/runtime/problem.ts'

/** The spot of an id; one that Spotboard has not seen is asked for once, and is unknown only on the wallet's word. */
export async function knownSpot(spotId: number): Promise<BelievedSpot> {
  const floor = await liveFloor()
  const spot = floor.spot(spotId) ?? (await readSpot(spotId, 'person'))
  if (!spot)
    throw problem('not_found', { detail: 'The wallet knows no such spot of this merchant.' })
  return spot
}
