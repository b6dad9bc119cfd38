import { MOVED_WITHIN_MS } from '#contract/departure.ts'
import type { Tile } from '#contract/floor.ts'

/**
 * The tables where guests who left another one may be now: whoever checks in elsewhere is checked out here, so one began
 * to wait just then. The nearest in time comes first.
 */
export function tablesMovedTo(
  tiles: readonly Tile[],
  fromSpotId: number,
  leftAt: number,
): (Tile & { spot: NonNullable<Tile['spot']> })[] {
  const distance = ({ since }: Tile): number => Math.abs((since ?? 0) - leftAt)
  return tiles
    .filter((tile) => tile.spot?.status === 'waiting' && distance(tile) <= MOVED_WITHIN_MS)
    .flatMap(({ spot, ...tile }) => (spot && spot.id !== fromSpotId ? { ...tile, spot } : []))
    .toSorted((one, other) => distance(one) - distance(other))
}
