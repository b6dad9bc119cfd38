import type { Tile } from '#contract/floor.ts'
import { areaOf } from '#contract/view.ts'
import { wayTo } from '#components/floor/way-to-tile.ts'
import type { WayToTile } from '#components/floor/way-to-tile.ts'

/** Where a tile stands, apart from what it shows: the grid is drawn from places, and each of them looks after its tile. */
export interface Place {
  key: string
  name: string
  area: string
  way: WayToTile
  /** Neighbours share a run: where one place changes, React walks past the runs and not past a thousand places. */
  run: number
}

const RUN_LENGTH = 20

/**
 * The places of all tiles. Whoever stood in a run stays in it, whatever comes and goes, since a place that changed its
 * run would be built anew and lose the focus. New ones join their neighbours while there is room. Only where tiles
 * change their order may some change their run. What did not change is the same object.
 */
export function placesOf(tiles: readonly Tile[], before: readonly Place[] = []): Place[] {
  const known = new Map(before.map((place) => [place.key, place]))
  const lengths = new Map<number, number>()
  let unused = before.reduce((least, { run }) => Math.max(least, run + 1), 0)
  let run = -1
  return tiles.map((tile) => {
    const earlier = known.get(tile.key)
    if (earlier && !lengths.has(earlier.run)) run = earlier.run
    else if (earlier?.run !== run && (lengths.get(run) ?? RUN_LENGTH) >= RUN_LENGTH) run = unused++
    lengths.set(run, (lengths.get(run) ?? 0) + 1)
    const place = {
      key: tile.key,
      name: tile.name,
      area: areaOf(tile),
      way: wayTo(tile),
      run,
    }
    return earlier && isSamePlace(earlier, place) ? earlier : place
  })
}

function isSamePlace(one: Place, other: Place): boolean {
  return (
    one.key === other.key &&
    one.name === other.name &&
    one.area === other.area &&
    one.way === other.way &&
    one.run === other.run
  )
}

/** Whether the place of a tile that changed is still the same. */
export function standsAlike(was: Tile, now: Tile): boolean {
  return was.name === now.name && areaOf(was) === areaOf(now) && wayTo(was) === wayTo(now)
}

export interface Part {
  area: string
  runs: [run: number, here: Place[]][]
}

/** The parts of the house with their places, in the order in which their first tables stand. */
export function partsOf(places: readonly Place[]): Part[] {
  return [...Map.groupBy(places, ({ area }) => area)].map(([area, here]) => ({
    area,
    runs: [...Map.groupBy(here, ({ run }) => run)],
  }))
}
