import type { Tile } from '#contract/floor.ts'

/** Where the page of a place on the floor is: a table that nobody has scanned yet has one of its own. */
export type WayToTile = `/spots/${number}` | `/tables/${string}`

export function wayTo({ spot, tableId = '' }: Pick<Tile, 'spot' | 'tableId'>): WayToTile {
  return spot ? `/spots/${spot.id}` : `/tables/${tableId}`
}
