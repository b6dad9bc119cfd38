import { nameFor } from '#contract/table.ts'
import type { TableDraft, Tables, UnregisteredSpot } from '#contract/table.ts'

/** A spot as a table, called as its code says; null where something is in the way. */
export function draftFrom({
  locationId,
  identifier,
  obstacle,
}: UnregisteredSpot): TableDraft | null {
  if (obstacle || identifier === null || locationId === null) return null
  return { locationId, identifier, name: nameFor(identifier), area: null, seats: null }
}

/**
 * The spots that are probably tables: all that can be, of a location that has no register yet. Where there is one, what
 * stands outside it was more likely mistyped or made up, so there a person chooses.
 */
export function takenAtFirst(
  { tables }: Tables,
  spots: readonly UnregisteredSpot[],
): ReadonlySet<number> {
  const used = new Set(
    tables.filter(({ state }) => state !== 'retired').map(({ locationId }) => locationId),
  )
  return new Set(
    spots
      .filter((spot) => draftFrom(spot) !== null && !used.has(spot.locationId ?? 0))
      .map(({ spotId }) => spotId),
  )
}
