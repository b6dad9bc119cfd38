import 'server-only'

export type Priority = 'person' | 'poll'

export interface Limits {
  perMinute: number
  perHour: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
/** What polls leave for people, of the minute and of the hour. */
const KEPT = 1 / 10
/** From here on the hour is getting short, and polls come less often. */
const SHORT_HOUR = 0.75
const UNNAMED_PAUSE_MS = 30_000

/**
 * Counts the calls of the last minute and hour against the wallet's limits (law 8). The windows slide, since a bucket
 * that refills may let nearly twice its size through within one hour.
 */
export class Budget {
  readonly #limits: Limits
  #spent: number[]
  #pausedUntil = 0

  /** `spent` are the times of earlier calls, oldest first, so that a restart does not forget them. */
  constructor(limits: Limits, spent: readonly number[] = []) {
    this.#limits = limits
    this.#spent = [...spent]
  }

  /** How long a call of this priority has to wait from now on, in milliseconds; 0 when it may go. */
  waitMs(now: number, priority: Priority): number {
    this.#forget(now)
    const { perMinute, perHour } = this.#limits
    const isPoll = priority === 'poll'
    const ofMinute = isPoll ? Math.floor(perMinute * (1 - KEPT)) : perMinute
    const ofHour = isPoll ? Math.floor(perHour * (1 - KEPT)) : perHour
    return Math.max(
      this.#pausedUntil - now,
      this.#waitForRoom(now, MINUTE_MS, ofMinute),
      this.#waitForRoom(now, HOUR_MS, ofHour),
      0,
    )
  }

  spend(now: number): void {
    this.#spent.push(now)
  }

  /** The wallet said 429: nothing goes out until it may have room again, which it has after an hour at the latest. */
  pause(now: number, retryAfterMs = UNNAMED_PAUSE_MS): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, now + Math.min(retryAfterMs, HOUR_MS))
  }

  /** By how much polls should stretch their intervals; 1 while the hour has plenty left. */
  stretch(now: number): number {
    this.#forget(now)
    const used = this.#spent.length / this.#limits.perHour
    return 1 + 4 * Math.max(0, used - SHORT_HOUR)
  }

  #waitForRoom(now: number, windowMs: number, limit: number): number {
    const oldestThatCounts = this.#spent.at(-limit)
    return oldestThatCounts === undefined ? 0 : oldestThatCounts + windowMs - now
  }

  #forget(now: number): void {
    const firstKept = this.#spent.findIndex((at) => at > now - HOUR_MS)
    if (firstKept === -1) this.#spent = []
    else if (firstKept > 0) this.#spent.splice(0, firstKept)
  }
}
