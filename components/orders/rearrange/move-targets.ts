import type { Tile } from '#contract/floor.ts'
import { isAtCounter } from '#contract/place.ts'
import { bestMatch, isFound } from '#components/floor/find-tiles.ts'

const seated = new Set(['open', 'waiting'])

/**
 * The tables that an order can be moved to, since guests are checked in there. Each stands in its place on the floor;
 * one whose state is a word that nobody knows comes last (law 11), and what a person means who types comes first.
 */
export function moveTargets(tiles: readonly Tile[], fromSpotId: number, typed: string): Tile[] {
  const others = tiles.filter(
    ({ spot }) =>
      spot && spot.id !== fromSpotId && spot.status !== 'closed' && !isAtCounter(spot.id),
  )
  const found = others.filter((tile) => isFound(tile, typed))
  const best = bestMatch(found, typed)
  const rank = (tile: Tile): number => {
    if (tile === best) return 0
    return seated.has(tile.spot?.status ?? '') ? 1 : 2
  }
  return found.toSorted((a, b) => rank(a) - rank(b))
}
