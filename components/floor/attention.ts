import type { Floor, Tile } from '#contract/floor.ts'
import { alerts } from '#contract/view.ts'
import type { View } from '#contract/view.ts'
import { isEverybodys } from '#contract/loudness.ts'
import { heldOn, needingOn } from '#components/floor/overview.ts'
import { wayTo } from '#components/floor/way-to-tile.ts'
import type { WayToTile } from '#components/floor/way-to-tile.ts'
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

/** The payments that nobody has decided about for so long that they are everybody's, oldest first. */
export function everybodys(floor: Floor | null, now: number): Tile[] {
  return longestFirst(heldOn(floor).filter((tile) => isEverybodys(tile, now)))
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
 * The way to whoever to see to next: who needs a person longest and nobody goes to. From one of them it leads on to the
 * one after it, and from the last one back to the first.
 */
export function nextWay(needing: readonly Tile[], openWay: WayToTile | null): WayToTile | null {
  const queue = longestFirst(needing)
  const left = queue.filter((tile) => tile.going === null || wayTo(tile) === openWay)
  const line = left.some((tile) => wayTo(tile) !== openWay) ? left : queue
  const here = line.findIndex((tile) => wayTo(tile) === openWay)
  const next = line[(here + 1) % line.length]
  return next ? wayTo(next) : null
}
