import { tileState } from '#contract/floor.ts'
import type { Tile } from '#contract/floor.ts'
import { loudness } from '#contract/loudness.ts'
import { tilesThatNeedMe } from '#components/floor/attention.ts'
import type { FloorNews } from '#components/floor/subscribe-to-floor.ts'
import type { View } from '#contract/view.ts'

/** So often it rings for as long as somebody is needed. */
export const AGAIN_MS = 15_000
/** From this loudness on a held payment sounds although somebody said that they go. */
const SOUNDS_ANYWAY = 2

export type Tune = 'waiting' | 'held'

/** What has been rung for, and when the bell rang last; `keys` name the guest or payment with its table. */
export interface Rung {
  keys: readonly string[]
  at: number
}

export const nothingRung: Rung = { keys: [], at: -Infinity }

/** The new guests and those who may be gone that nobody goes to, and the held payments that nobody goes to or that are undecided too long. */
function calls(news: FloorNews, view: View, now: number): Tile[] {
  // A screen that hears nothing does not know whether they still wait, and nobody can say there that they go.
  if (news.silence !== null) return []
  return tilesThatNeedMe(news.floor, view, now).filter(
    (tile) =>
      ['waiting', 'held', 'gone'].includes(tileState(tile)) &&
      (tile.going === null || loudness(tile, now) >= SOUNDS_ANYWAY),
  )
}

/**
 * What to ring now: at once for whoever is new, and again every 15 s for as long as anybody is left whom nobody goes to.
 * A held payment sounds before a guest, since money must not be left hanging (law 4), and so does money that may be gone.
 */
export function ringNow(
  news: FloorNews,
  view: View,
  rung: Rung,
  now: number,
): { tune: Tune | null; rung: Rung } {
  const calling = calls(news, view, now).map((tile) => ({
    tune: tileState(tile) === 'waiting' ? ('waiting' as const) : ('held' as const),
    key: `${tile.key} ${tileState(tile)} ${Math.max(SOUNDS_ANYWAY - 1, loudness(tile, now))}`,
  }))
  const fresh = calling.filter(({ key }) => !rung.keys.includes(key))
  const isDue = now - rung.at >= AGAIN_MS
  const sounding = fresh.length > 0 ? fresh : isDue ? calling : []
  const [first] = sounding
  const tune = sounding.some((call) => call.tune === 'held') ? 'held' : (first?.tune ?? null)
  const keys = calling.map(({ key }) => key)
  return { tune, rung: { keys, at: tune === null ? rung.at : now } }
}
