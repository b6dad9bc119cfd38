import type { Tile } from '#contract/floor.ts'
import { areaOf } from '#contract/view.ts'

/** Where a tile stands, apart from what it shows: the grid is drawn from places, and each of them looks after its tile. */
export interface Place {
  key: string
  area: string
  spotId: number | null
}

export function placeOf(tile: Tile): Place {
  return { key: tile.key, area: areaOf(tile), spotId: tile.spot?.id ?? null }
}

export function isSamePlace(one: Place, other: Place): boolean {
  return one.key === other.key && one.area === other.area && one.spotId === other.spotId
}

/** The parts of the house with their places, in the order in which their first tables stand. */
export function partsOf(places: readonly Place[]): [area: string, here: Place[]][] {
  return [...Map.groupBy(places, ({ area }) => area)]
}
