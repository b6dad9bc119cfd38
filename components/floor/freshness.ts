import { tileAsOf } from '#contract/floor.ts'
import type { Floor, Tile } from '#contract/floor.ts'
import type { FloorNews, SilenceCause } from '#components/floor/subscribe-to-floor.ts'

export type TroubleCause = SilenceCause | NonNullable<Floor['trouble']>['cause']

/** What keeps the floor from being fresh. A screen that hears nothing knows nothing about the wallet either. */
export function troubleOf({ floor, silence }: FloorNews): TroubleCause | null {
  return silence ?? floor?.trouble?.cause ?? null
}

/** Older than this is never called live, whether or not anybody knows why. */
const LIVE_MS = 30_000

export function isLive(news: FloorNews, now: number): boolean {
  const asOf = news.floor?.asOf ?? null
  return asOf !== null && troubleOf(news) === null && now - asOf < LIVE_MS
}

/** Spots that are open are read once a minute while somebody looks, and later when the wallet's limits press. */
const LIVE_OPEN_MS = 150_000

/** How old a tile's information is where it is too old to be called live, and null where it is live. */
export function tileAgeMs(tile: Tile, { floor, silence }: FloorNews, now: number): number | null {
  if (!floor) return null
  const asOf = tileAsOf(tile, floor)
  if (asOf === null) return Infinity
  const isQuiet = silence === null && floor.trouble === null
  const limitMs = tile.spot?.status === 'open' ? LIVE_OPEN_MS : LIVE_MS
  return isQuiet && now - asOf < limitMs ? null : now - asOf
}
