import { isAtCounter } from '#contract/place.ts'
import type { Tile } from '#contract/floor.ts'
import { readCode, type Scanned } from '#contract/scan.ts'
import { bestMatch } from '#components/floor/find-tiles.ts'
import { pathOfPlace } from '#components/spots/path-of-place.ts'

/** The page that what was scanned leads to; null where there is none. */
export function wayTo({ spotId, tableId }: Pick<Scanned, 'spotId' | 'tableId'>) {
  if (spotId !== undefined) return pathOfPlace(spotId)
  return tableId === undefined ? null : (`/tables/${encodeURIComponent(tableId)}` as const)
}

/** What somebody means who types this: what a code says, or else the table of that name or number. */
export function meantBy(
  typed: string,
  tiles: readonly Tile[],
): { code: string } | { tile: Tile } | null {
  const text = typed.trim()
  if (readCode(text).kind !== 'other') return { code: text }
  const tables = tiles.filter(({ spot }) => !spot || !isAtCounter(spot.id))
  const tile = bestMatch(tables, text)
  return tile ? { tile } : null
}
