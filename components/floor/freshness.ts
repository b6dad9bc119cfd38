import type { Floor } from '#contract/floor.ts'
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
