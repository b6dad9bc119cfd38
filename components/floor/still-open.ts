import type { Tile } from '#contract/floor.ts'

/** How many of them are about one place; a tab is one. */
export function rowsAbout({ unsettled, tabMinor }: Tile): number {
  return tabMinor === undefined ? unsettled : unsettled + 1
}

/** How many rows the list of everything unsettled has, which the floor knows without reading it. */
export function countStillOpen(tiles: readonly Tile[]): number {
  return tiles.reduce((sum, tile) => sum + rowsAbout(tile), 0)
}
