import type { Tile } from '#contract/floor.ts'

/** How many tables have something that a guest has not paid yet or nobody has decided about. */
export function tablesStillOpen(tiles: readonly Tile[]): number {
  return tiles.filter((tile) => tile.unpaidMinor > 0 || tile.heldMinor > 0).length
}
