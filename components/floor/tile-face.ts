import type { Tile } from '#contract/floor.ts'
import { ageWords } from '#components/clock/age-words.ts'
import { tileAgeMs } from '#components/floor/freshness.ts'
import type { FloorNews } from '#components/floor/subscribe-to-floor.ts'
import { lateness, stateSince, stateWords } from '#components/floor/tile-words.ts'
import { text } from '#components/text/board.ts'

const MINUTE_MS = 60_000

/**
 * What the time changes on a tile, in three lines: the state in words, its age, and how old the information is. The last
 * is empty while the tile is live; it counts in minutes, so that an outage does not draw all tiles anew each second.
 */
export function faceOf(tile: Tile, news: FloorNews, now: number): string {
  const since = stateSince(tile)
  const age = since === null ? '' : ageWords(now - since)
  return [stateWords(tile, lateness(tile, now)), age, oldWords(tileAgeMs(tile, news, now))].join(
    '\n',
  )
}

function oldWords(ageMs: number | null): string {
  if (ageMs === null) return ''
  const isTold = ageMs >= MINUTE_MS && ageMs < Infinity
  return isTold ? text.floor.old(ageWords(ageMs)) : text.floor.notLive
}
