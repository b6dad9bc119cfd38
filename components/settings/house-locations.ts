import type { Tile } from '#contract/floor.ts'
import type { AutoConfirmRule } from '#contract/settings.ts'

export interface HouseLocation {
  id: number
  name: string
}

/** The locations that the floor shows, and those that a rule names, by their names. */
export function houseLocations(
  tiles: readonly Tile[],
  rules: readonly AutoConfirmRule[],
): HouseLocation[] {
  const names = new Map<number, string>()
  for (const { locationId } of rules) names.set(locationId, `#${locationId}`)
  for (const { spot, area } of tiles) {
    const id = spot?.locationId ?? null
    if (id !== null) names.set(id, area ?? names.get(id) ?? `#${id}`)
  }
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name) || one.id - other.id)
}
