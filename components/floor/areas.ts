import type { Tile } from '#contract/floor.ts'
import { areaOf } from '#contract/view.ts'

/** The parts of the house, in the order in which their first tables stand. */
export function areasOf(tiles: readonly Tile[]): string[] {
  return [...new Set(tiles.map(areaOf))]
}
