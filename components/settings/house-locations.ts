import type { Tile } from '#contract/floor.ts'

export interface HouseLocation {
  id: number
  name: string
}

/** The locations that the floor shows, and those that a rule names, by their names; an only one by that of the house. */
export function houseLocations(
  tiles: readonly Tile[],
  rules: readonly { locationId: number }[],
  houseTitle = '',
): HouseLocation[] {
  const names = new Map<number, string>()
  for (const { locationId } of rules) names.set(locationId, `#${locationId}`)
  for (const { spot, area, tableId, isStranger } of tiles) {
    const id = spot?.locationId ?? null
    // Registered tables stand in areas that the merchant has named, and codes of no register in one of their own.
    const name = isStranger || tableId !== undefined ? null : area
    if (id !== null) names.set(id, name ?? names.get(id) ?? `#${id}`)
  }
  return [...names]
    .map(([id, name]) => ({ id, name: names.size === 1 && houseTitle !== '' ? houseTitle : name }))
    .toSorted((one, other) => one.name.localeCompare(other.name) || one.id - other.id)
}
