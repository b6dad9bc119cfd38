import 'server-only'
import type { Departure } from '#contract/departure.ts'
import type { Tile } from '#contract/floor.ts'
import { isAtCounter } from '#contract/place.ts'
import { visibleText } from '#contract/text.ts'
import type { BelievedSpot } from './merge.ts'
import type { SpotMoney } from './spot-money.ts'

export type NamedSpot = Pick<BelievedSpot, 'id' | 'identifier' | 'locationId'>

/** What a spot's code calls it. The identifier is hostile text (law 7); a wallet that hides it leaves only the number. */
export function nameOfSpot(spot: Pick<BelievedSpot, 'id' | 'identifier'>): string {
  const name = visibleText(spot.identifier?.trim() ?? '')
  return name === '' ? `#${spot.id}` : name
}

export function tileOfSpot(
  spot: BelievedSpot,
  money: SpotMoney,
  revision: number,
  currency: string,
  left?: Departure,
): Tile {
  // What differs from tile to tile stands side by side, which makes a large floor shorter once it is compressed.
  return {
    currency,
    area: spot.title === null ? null : visibleText(spot.title),
    going: null,
    asOf: spot.knownAt === 0 ? null : spot.knownAt,
    key: `s${spot.id}`,
    spot: {
      locationId: spot.locationId,
      status: spot.status,
      id: spot.id,
      identifier: spot.identifier,
    },
    name: nameOfSpot(spot),
    since: spot.since,
    revision,
    ...money,
    ...(left && {
      left: { since: left.leftAt, isHere: left.answer === 'here', isAlarm: left.isAlarm },
    }),
  }
}

/** Which of two tiles stands first: negative the one, positive the other. */
export type TileOrder = (one: Tile, other: Tile) => number

/** The tiles in their order, with these in the place of what they were before or where they belong if they are new. */
export function withTiles(
  tiles: readonly Tile[],
  drawn: readonly Tile[],
  order: TileOrder = compareTiles,
): Tile[] {
  const anew = new Map(drawn.map((tile) => [tile.key, tile]))
  let isInOrder = true
  const next = tiles.map((tile) => {
    const successor = anew.get(tile.key)
    if (!successor) return tile
    anew.delete(tile.key)
    isInOrder &&= order(tile, successor) === 0
    return successor
  })
  // Sorting compares names as people read them, which takes longer than all the rest of a change.
  return isInOrder && anew.size === 0 ? next : [...next, ...anew.values()].toSorted(order)
}

const naturally = new Intl.Collator('en', { numeric: true })

/**
 * "T2" stands before "T10", and a tile never changes its place while its name stays. Whoever comes to the counter joins
 * at the end.
 */
export function compareTiles(one: Tile, other: Tile): number {
  return (
    turnAtCounter(one) - turnAtCounter(other) ||
    (one.spot?.locationId ?? 0) - (other.spot?.locationId ?? 0) ||
    naturally.compare(one.name, other.name) ||
    naturally.compare(one.key, other.key)
  )
}

/** The order in which tables have a turn of their own, and all else follows them. */
export function byTurns(turnOf: (tile: Tile) => number): TileOrder {
  return (one, other) => turnOf(one) - turnOf(other) || compareTiles(one, other)
}

/** 0 for a table; places at the counter count downwards. */
function turnAtCounter({ spot }: Tile): number {
  return spot && isAtCounter(spot.id) ? -spot.id : 0
}
