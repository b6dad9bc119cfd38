import type { Tile } from '#contract/floor.ts'
import { ageWords } from '#components/clock/age-words.ts'
import { tileAgeMs } from '#components/floor/freshness.ts'
import type { FloorNews } from '#components/floor/subscribe-to-floor.ts'
import { lateness, stateSince, stateWords } from '#components/floor/tile-words.ts'
import { text } from '#components/text/board.ts'

const MINUTE_MS = 60_000

/**
 * What the time changes on a tile, in four lines: the state in words, its age, how old the information is, and when the
 * spot closes by itself. The third is empty while the tile is live; it counts in minutes, so that an outage does not draw all tiles anew each second.
 */
export function faceOf(tile: Tile, news: FloorNews, now: number): string {
  const since = stateSince(tile)
  const age = since === null ? '' : ageWords(now - since)
  const old = oldWords(tileAgeMs(tile, news, now))
  return [stateWords(tile, lateness(tile, now)), age, old, closesWords(tile, now)].join('\n')
}

function closesWords({ closesAt }: Tile, now: number): string {
  return closesAt === undefined ? '' : text.floor.byItself(ageWords(Math.max(0, closesAt - now)))
}

function oldWords(ageMs: number | null): string {
  if (ageMs === null) return ''
  const isTold = ageMs >= MINUTE_MS && ageMs < Infinity
  return isTold ? text.floor.old(ageWords(ageMs)) : text.floor.notLive
}
