import 'server-only'
import type { Tile } from '#contract/floor.ts'
import { visibleText } from '#contract/text.ts'
import type { BelievedSpot } from './merge.ts'
import type { SpotMoney } from './spot-money.ts'

/** What people call a spot. The identifier is hostile text (law 7); a wallet that hides it leaves only the number. */
export function nameOfSpot(spot: Pick<BelievedSpot, 'id' | 'identifier'>): string {
  const name = visibleText(spot.identifier?.trim() ?? '')
  return name === '' ? `#${spot.id}` : name
}

export function tileOfSpot(
  spot: BelievedSpot,
  money: SpotMoney,
  revision: number,
  currency: string,
): Tile {
  return {
    key: `s${spot.id}`,
    name: nameOfSpot(spot),
    spot: {
      id: spot.id,
      identifier: spot.identifier,
      locationId: spot.locationId,
      status: spot.status,
    },
    area: spot.title === null ? null : visibleText(spot.title),
    asOf: spot.knownAt === 0 ? null : spot.knownAt,
    going: null,
    since: spot.since,
    revision,
    currency,
    ...money,
  }
}

const naturally = new Intl.Collator('en', { numeric: true })

/** "T2" stands before "T10", and a tile never changes its place while its name stays. */
export function compareTiles(one: Tile, other: Tile): number {
  return (
    (one.spot?.locationId ?? 0) - (other.spot?.locationId ?? 0) ||
    naturally.compare(one.name, other.name) ||
    naturally.compare(one.key, other.key)
  )
}
