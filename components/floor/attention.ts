import { needsPerson, tileState } from '#contract/floor.ts'
import type { Tile } from '#contract/floor.ts'
import { stateSince } from '#components/floor/tile-words.ts'

export function tilesThatNeedPerson(tiles: readonly Tile[]): Tile[] {
  return tiles.filter((tile) => needsPerson(tileState(tile)))
}

/**
 * The keys of those who need a person, in the order in which they stand in the strip: whoever stands there keeps the
 * place, new ones join at the end, oldest first. The same array comes back while nothing changed.
 */
export function queueUp(standing: readonly string[], tiles: readonly Tile[]): readonly string[] {
  const needing = tilesThatNeedPerson(tiles)
  const keys = new Set(needing.map((tile) => tile.key))
  const stay = standing.filter((key) => keys.has(key))
  const join = needing
    .filter((tile) => !standing.includes(tile.key))
    .toSorted((a, b) => (stateSince(a) ?? 0) - (stateSince(b) ?? 0))
    .map((tile) => tile.key)
  return stay.length === standing.length && join.length === 0 ? standing : [...stay, ...join]
}
