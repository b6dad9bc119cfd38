import type { Tile } from '#contract/floor.ts'

/** How many rows the list of everything unsettled has, which the floor knows without reading it. */
export function countStillOpen(tiles: readonly Tile[]): number {
  return tiles.reduce((sum, tile) => sum + tile.unsettled, 0)
}
