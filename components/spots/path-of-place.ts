import { isAtCounter, NEW_PLACE } from '#contract/place.ts'

/** Where the page of a table is, or that of a place at the counter. */
export function pathOfPlace(spotId: number) {
  if (spotId === NEW_PLACE) return '/counter' as const
  return isAtCounter(spotId) ? (`/counter/${-spotId}` as const) : (`/spots/${spotId}` as const)
}
