import { needsPerson, tileState } from '#contract/floor.ts'
import type { Floor, FloorPatch, Tile, TileState } from '#contract/floor.ts'
import { areaOf } from '#contract/view.ts'
import { areasOf } from '#components/floor/areas.ts'
import { placesOf, standsAlike } from '#components/floor/places.ts'
import type { Place } from '#components/floor/places.ts'
import { countStillOpen, rowsAbout } from '#components/floor/still-open.ts'

export type Tally = Partial<Record<TileState, number>>

/** What all tiles come to. Whatever did not change is the same object as before, so nothing is drawn for nothing. */
export interface Overview {
  /** Those that this was made of. Later ones may differ from them, but in nothing that stands here, and in no state. */
  tiles: readonly Tile[]
  /** Of each tile, in the same order. */
  places: readonly Place[]
  areas: readonly string[]
  /** For each area, how many tiles are in each state. */
  tallies: ReadonlyMap<string, Tally>
  /** Those that need a person, in the order of the floor. */
  needing: readonly Tile[]
  /** Those of them where money is held. */
  held: readonly Tile[]
  stillOpen: number
}

export interface Change {
  was: Tile
  now: Tile
}

const overviews = new WeakMap<readonly Tile[], Overview>()

/** The overview of these tiles; it is made once for each list. */
export function overviewOf(tiles: readonly Tile[]): Overview {
  return overviews.get(tiles) ?? keep(tiles, overviewFromScratch(tiles))
}

/** Those of a floor that need a person. */
export function needingOn(floor: Floor | null): readonly Tile[] {
  return floor ? overviewOf(floor.tiles).needing : []
}

/** Those of a floor where money is held: few, though each news and each second look at them. */
export function heldOn(floor: Floor | null): readonly Tile[] {
  return floor ? overviewOf(floor.tiles).held : []
}

/** Makes the overview of newer tiles out of the one before, which costs what has changed and not a thousand tiles. */
export function carryOver(
  before: readonly Tile[],
  tiles: readonly Tile[],
  changes: readonly Change[] | null,
): Overview {
  const earlier = overviewOf(before)
  const overview = changes
    ? overviewAfter(earlier, changes, tiles)
    : overviewFromScratch(tiles, earlier.places)
  return keep(tiles, overview)
}

function keep(tiles: readonly Tile[], overview: Overview): Overview {
  overviews.set(tiles, overview)
  return overview
}

/** What a patch changes where it was folded in, found without a walk through all tiles; null as in the next function. */
export function changesBy(
  { set, removed, order }: FloorPatch,
  tileOf: (key: string) => Tile | undefined,
): Change[] | null {
  if (removed.length > 0 || order) return null
  const changes: Change[] = []
  for (const now of set) {
    const was = tileOf(now.key)
    if (!was) return null
    changes.push({ was, now })
  }
  return changes
}

/** Null where tiles came, went or changed their order. */
export function changesBetween(before: readonly Tile[], tiles: readonly Tile[]): Change[] | null {
  if (before.length !== tiles.length) return null
  const changes: Change[] = []
  let index = 0
  for (const now of tiles) {
    const was = before[index]
    index += 1
    if (was === now) continue
    if (was?.key !== now.key) return null
    changes.push({ was, now })
  }
  return changes
}

function overviewFromScratch(tiles: readonly Tile[], earlier?: readonly Place[]): Overview {
  const tallies = new Map<string, Tally>()
  for (const tile of tiles) count(tallies, tile, 1)
  const needing = tiles.filter(isNeeding)
  return {
    tiles,
    places: placesOf(tiles, earlier),
    areas: areasOf(tiles),
    tallies,
    needing,
    held: needing.filter(isHeld),
    stillOpen: countStillOpen(tiles),
  }
}

function overviewAfter(
  before: Overview,
  changes: readonly Change[],
  tiles: readonly Tile[],
): Overview {
  const haveMoved = changes.some(({ was, now }) => !standsAlike(was, now))
  const needing = changes.some(({ was, now }) => isNeeding(was) || isNeeding(now))
    ? tiles.filter(isNeeding)
    : before.needing
  const next: Overview = {
    tiles,
    places: haveMoved ? placesOf(tiles, before.places) : before.places,
    areas: haveMoved ? areasOf(tiles) : before.areas,
    tallies: talliesAfter(before.tallies, changes),
    needing,
    held: needing === before.needing ? before.held : needing.filter(isHeld),
    stillOpen: changes.reduce(
      (sum, { was, now }) => sum + rowsAbout(now) - rowsAbout(was),
      before.stillOpen,
    ),
  }
  return isSame(before, next) ? before : next
}

function talliesAfter(
  before: Overview['tallies'],
  changes: readonly Change[],
): Overview['tallies'] {
  const counted = changes.filter(
    ({ was, now }) => tileState(was) !== tileState(now) || areaOf(was) !== areaOf(now),
  )
  if (counted.length === 0) return before
  const tallies = new Map([...before].map(([area, tally]) => [area, { ...tally }]))
  for (const { was, now } of counted) {
    count(tallies, was, -1)
    count(tallies, now, 1)
  }
  return tallies
}

function count(tallies: Map<string, Tally>, tile: Tile, step: 1 | -1): void {
  const [area, state] = [areaOf(tile), tileState(tile)]
  const tally = tallies.get(area) ?? {}
  tally[state] = (tally[state] ?? 0) + step
  tallies.set(area, tally)
}

function isNeeding(tile: Tile): boolean {
  return needsPerson(tileState(tile))
}

function isHeld(tile: Tile): boolean {
  return tileState(tile) === 'held'
}

function isSame(one: Overview, other: Overview): boolean {
  return (
    one.places === other.places &&
    one.areas === other.areas &&
    one.tallies === other.tallies &&
    one.needing === other.needing &&
    one.stillOpen === other.stillOpen
  )
}
