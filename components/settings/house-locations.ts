import type { Tile } from '#contract/floor.ts'

export interface HouseLocation {
  id: number
  name: string
}

/** The locations that the floor shows, and those that a rule names, by their names. */
export function houseLocations(
  tiles: readonly Tile[],
  rules: readonly { locationId: number }[],
): HouseLocation[] {
  const names = new Map<number, string>()
  for (const { locationId } of rules) names.set(locationId, `#${locationId}`)
  for (const { spot, area, isStranger } of tiles) {
    const id = spot?.locationId ?? null
    // Codes of no register stand in an area of their own, wherever they are.
    const name = isStranger ? null : area
    if (id !== null) names.set(id, name ?? names.get(id) ?? `#${id}`)
  }
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name) || one.id - other.id)
}
