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
  /**
   * Neighbours share a run, and runs that follow one another a block: where one place changes, React walks past the
   * blocks, the runs of one and the places of one, and not past a thousand places.
   */
  run: number
  block: number
}

const PLACES_IN_RUN = 12
const RUNS_IN_BLOCK = 9

/**
 * The places of all tiles. Whoever stood in a run stays in it, whatever comes and goes, since a place that changed its
 * run would be built anew and lose the focus. New ones join their neighbours while there is room. Only where tiles
 * change their order may some change their run. What did not change is the same object.
 */
export function placesOf(tiles: readonly Tile[], before: readonly Place[] = []): Place[] {
  const known = new Map(before.map((place) => [place.key, place]))
  const runs = groups(PLACES_IN_RUN, new Set(before.map(({ run }) => run)))
  const blocks = groups(RUNS_IN_BLOCK, new Set(before.map(({ block }) => block)))
  const blockOf = new Map(before.map(({ run, block }) => [run, block]))
  let last: Pick<Place, 'run' | 'block'> = { run: -1, block: -1 }
  return tiles.map((tile) => {
    const earlier = known.get(tile.key)
    const run = runs(earlier?.run)
    const block = run === last.run ? last.block : blocks(blockOf.get(run))
    const place = {
      key: tile.key,
      name: tile.name,
      area: areaOf(tile),
      way: wayTo(tile),
      run,
      block,
    }
    last = place
    return earlier && isSamePlace(earlier, place) ? earlier : place
  })
}

/**
 * Parts what is asked about one after the other into groups that stand in one piece: the one where it stood before, if
 * that has not begun and ended already, or else the present one while there is room, or a new one.
 */
function groups(room: number, taken: ReadonlySet<number>): (earlier: number | undefined) => number {
  const sizes = new Map<number, number>()
  let unused = Math.max(-1, ...taken) + 1
  let present = -1
  return (earlier) => {
    if (earlier !== undefined && !sizes.has(earlier)) present = earlier
    else if (earlier !== present && (sizes.get(present) ?? room) >= room) present = unused++
    sizes.set(present, (sizes.get(present) ?? 0) + 1)
    return present
  }
}

function isSamePlace(one: Place, other: Place): boolean {
  return (
    one.key === other.key &&
    one.name === other.name &&
    one.area === other.area &&
    one.way === other.way &&
    one.run === other.run &&
    one.block === other.block
  )
}

/** Whether the place of a tile that changed is still the same. */
export function standsAlike(was: Tile, now: Tile): boolean {
  return was.name === now.name && areaOf(was) === areaOf(now) && wayTo(was) === wayTo(now)
}

export interface Part {
  area: string
  blocks: [block: number, runs: Run[]][]
}

export type Run = [run: number, here: Place[]]

/** The parts of the house with their places, in the order in which their first tables stand. */
export function partsOf(places: readonly Place[]): Part[] {
  return [...Map.groupBy(places, ({ area }) => area)].map(([area, here]) => ({
    area,
    blocks: [...Map.groupBy(here, ({ block }) => block)].map(([block, inBlock]) => [
      block,
      [...Map.groupBy(inBlock, ({ run }) => run)],
    ]),
  }))
}
