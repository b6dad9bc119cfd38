import { needsPerson, tileState } from '#contract/floor.ts'
import type { Tile, TileState } from '#contract/floor.ts'
import { areasOf } from '#components/floor/areas.ts'
import { placesOf, standsAlike } from '#components/floor/places.ts'
import type { Place } from '#components/floor/places.ts'
import { countStillOpen } from '#components/floor/still-open.ts'

/** What all tiles come to. Whatever did not change is the same object as before, so nothing is drawn for nothing. */
export interface Overview {
  places: readonly Place[]
  areas: readonly string[]
  /** Of each place, in the same order. */
  states: readonly TileState[]
  /** Those that need a person, in the order of the floor. */
  needing: readonly Tile[]
  stillOpen: number
}

interface Change {
  index: number
  was: Tile
  now: Tile
}

const overviews = new WeakMap<readonly Tile[], Overview>()

/** The overview of these tiles; it is made once for each list. */
export function overviewOf(tiles: readonly Tile[]): Overview {
  return overviews.get(tiles) ?? keep(tiles, overviewFromScratch(tiles))
}

/** Makes the overview of newer tiles out of the one before, which costs what has changed and not a thousand tiles. */
export function carryOver(before: readonly Tile[], tiles: readonly Tile[]): Overview {
  const earlier = overviewOf(before)
  const changes = changesBetween(before, tiles)
  return keep(
    tiles,
    changes ? overviewAfter(earlier, changes, tiles) : overviewFromScratch(tiles, earlier.places),
  )
}

function keep(tiles: readonly Tile[], overview: Overview): Overview {
  overviews.set(tiles, overview)
  return overview
}

/** Null where tiles came, went or changed their order. */
function changesBetween(before: readonly Tile[], tiles: readonly Tile[]): Change[] | null {
  if (before.length !== tiles.length) return null
  const changes: Change[] = []
  for (const [index, now] of tiles.entries()) {
    const was = before[index]
    if (was === now) continue
    if (was?.key !== now.key) return null
    changes.push({ index, was, now })
  }
  return changes
}

function overviewFromScratch(tiles: readonly Tile[], earlier?: readonly Place[]): Overview {
  return {
    places: placesOf(tiles, earlier),
    areas: areasOf(tiles),
    states: tiles.map(tileState),
    needing: tiles.filter(isNeeding),
    stillOpen: countStillOpen(tiles),
  }
}

function overviewAfter(
  before: Overview,
  changes: readonly Change[],
  tiles: readonly Tile[],
): Overview {
  const haveMoved = changes.some(({ was, now }) => !standsAlike(was, now))
  const next: Overview = {
    places: haveMoved ? placesOf(tiles, before.places) : before.places,
    areas: haveMoved ? areasOf(tiles) : before.areas,
    states: statesAfter(before.states, changes),
    needing: changes.some(({ was, now }) => isNeeding(was) || isNeeding(now))
      ? tiles.filter(isNeeding)
      : before.needing,
    stillOpen: changes.reduce(
      (sum, { was, now }) => sum + now.unsettled - was.unsettled,
      before.stillOpen,
    ),
  }
  return isSame(before, next) ? before : next
}

function statesAfter(
  before: readonly TileState[],
  changes: readonly Change[],
): readonly TileState[] {
  const states = [...before]
  for (const { index, now } of changes) states[index] = tileState(now)
  return changes.some(({ index }) => states[index] !== before[index]) ? states : before
}

function isNeeding(tile: Tile): boolean {
  return needsPerson(tileState(tile))
}

function isSame(one: Overview, other: Overview): boolean {
  return (
    one.places === other.places &&
    one.areas === other.areas &&
    one.states === other.states &&
    one.needing === other.needing &&
    one.stillOpen === other.stillOpen
  )
}
