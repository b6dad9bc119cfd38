import { Register } from '#contract/identifier.ts'
import type { Tables, Unregistered } from '#contract/table.ts'

export interface FirstTables {
  title: string
  /** What the codes say that would be in no register from then on. */
  codes: string[]
  /** Whether there are more of them than are known here. */
  isMore: boolean
}

/**
 * The locations that have no table yet and would have their first ones: from then on, whatever is in no register there
 * is a stranger, which nobody should find out by surprise.
 */
export function firstTables(
  { tables, locations }: Tables,
  wanted: readonly { locationId: number; identifier: string }[],
  { spots, more }: Unregistered,
): FirstTables[] {
  const used = new Set(
    tables.filter(({ state }) => state !== 'retired').map(({ locationId }) => locationId),
  )
  const first = new Set(wanted.map(({ locationId }) => locationId).filter((id) => !used.has(id)))
  const register = new Register([...wanted])
  return [...first].map((id) => ({
    title: locationName(id, locations),
    codes: spots
      .filter((spot) => spot.locationId === id && !register.tableOf(codeOf(spot)))
      .map(({ shown }) => shown),
    isMore: more > 0,
  }))
}

export function locationName(id: number, locations: Tables['locations']): string {
  return locations.find((location) => location.id === id)?.title ?? `#${id}`
}

/** One whose code is not fit to be typed is no table's for sure. */
function codeOf({ locationId, identifier, shown }: Unregistered['spots'][number]) {
  return { locationId, identifier: identifier ?? shown }
}
