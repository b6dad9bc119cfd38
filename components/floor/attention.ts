import type { Floor, Tile } from '#contract/floor.ts'
import { alerts } from '#contract/view.ts'
import type { View } from '#contract/view.ts'
import { isEverybodys } from '#contract/loudness.ts'
import { needingOn } from '#components/floor/overview.ts'
import { stateSince } from '#components/floor/tile-words.ts'

/** The tiles that it is for this person to see to. */
export function tilesThatNeedMe(floor: Floor | null, view: View, now: number): Tile[] {
  return floor ? needingMe(needingOn(floor), floor.followed, view, now) : []
}

export function needingMe(
  needing: readonly Tile[],
  followed: Floor['followed'],
  view: View,
  now: number,
): Tile[] {
  return needing.filter((tile) => alerts(tile, view, followed) || isEverybodys(tile, now))
}

function longestFirst(tiles: readonly Tile[]): Tile[] {
  return tiles
    .map((tile) => ({ tile, since: stateSince(tile) ?? 0 }))
    .toSorted((one, other) => one.since - other.since)
    .map(({ tile }) => tile)
}

/**
 * The keys of those who need a person, in the order in which they stand in the strip: whoever stands there keeps the
 * place, new ones join at the end, oldest first. The same array comes back while nothing changed.
 */
export function queueUp(standing: readonly string[], needing: readonly Tile[]): readonly string[] {
  const keys = new Set(needing.map((tile) => tile.key))
  const stay = standing.filter((key) => keys.has(key))
  const known = new Set(standing)
  const join = longestFirst(needing.filter((tile) => !known.has(tile.key))).map(({ key }) => key)
  return stay.length === standing.length && join.length === 0 ? standing : [...stay, ...join]
}

/**
 * The spot to see to next: who needs a person longest and nobody goes to. From one of them the way leads on to the one
 * after it, and from the last one back to the first.
 */
export function nextSpotId(needing: readonly Tile[], openSpotId: number | null): number | null {
  const queue = longestFirst(needing.filter((tile) => tile.spot))
  const left = queue.filter((tile) => tile.going === null || tile.spot?.id === openSpotId)
  const line = left.some((tile) => tile.spot?.id !== openSpotId) ? left : queue
  const here = line.findIndex((tile) => tile.spot?.id === openSpotId)
  return line[(here + 1) % line.length]?.spot?.id ?? null
}
