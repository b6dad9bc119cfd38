import 'server-only'
import type { Spending } from './plan-readings.ts'

export type Priority = 'person' | 'poll'

export interface Limits {
  perMinute: number
  perHour: number
}

export interface Spent {
  at: number
  priority: Priority
}

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
/** What polls leave for people, whatever was planned: people act in bursts, but nobody makes an hour's calls at once. */
const KEPT_OF_MINUTE = 0.2
const KEPT_OF_HOUR = 0.02
const UNNAMED_PAUSE_MS = 30_000

/**
 * Counts the calls of the last minute and hour against the wallet's limits (law 8). The windows slide, since a bucket
 * that refills may let nearly twice its size through within one hour.
 */
export class Budget {
  readonly #limits: Limits
  readonly #calls: number[]
  readonly #byPeople: number[]
  #pausedUntil = 0

  /** `spent` are earlier calls, oldest first, so that a restart does not forget them. */
  constructor(limits: Limits, spent: readonly Spent[] = []) {
    this.#limits = limits
    this.#calls = spent.map(({ at }) => at)
    this.#byPeople = spent.filter(({ priority }) => priority === 'person').map(({ at }) => at)
  }

  /** How long a call of this priority has to wait from now on, in milliseconds; 0 when it may go. */
  waitMs(now: number, priority: Priority): number {
    this.#forget(now)
    const { perMinute, perHour } = this.#limits
    const ofMinute = priority === 'poll' ? share(perMinute, KEPT_OF_MINUTE) : perMinute
    return Math.max(
      this.#pausedUntil - now,
      this.#waitForRoom(now, MINUTE_MS, ofMinute),
      this.#waitForRoom(now, HOUR_MS, priority === 'poll' ? this.#pollsPerHour : perHour),
      0,
    )
  }

  spend(now: number, priority: Priority): void {
    this.#calls.push(now)
    if (priority === 'person') this.#byPeople.push(now)
  }

  /** The wallet said 429: nothing goes out until it may have room again, which it has after an hour at the latest. */
  pause(now: number, retryAfterMs = UNNAMED_PAUSE_MS): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, now + Math.min(retryAfterMs, HOUR_MS))
  }

  /** What readings are planned with. */
  spending(now: number): Spending {
    this.#forget(now)
    return {
      now,
      limitPerHour: this.#pollsPerHour,
      calls: this.#calls,
      byPeople: this.#byPeople,
    }
  }

  /** How many calls still fit into the minute and the hour that end now. */
  left(now: number): Limits {
    this.#forget(now)
    const ofMinute = this.#calls.filter((at) => at > now - MINUTE_MS).length
    return {
      perMinute: Math.max(0, this.#limits.perMinute - ofMinute),
      perHour: Math.max(0, this.#limits.perHour - this.#calls.length),
    }
  }

  get #pollsPerHour(): number {
    return share(this.#limits.perHour, KEPT_OF_HOUR)
  }

  #waitForRoom(now: number, windowMs: number, limit: number): number {
    const oldestThatCounts = this.#calls.at(-limit)
    return oldestThatCounts === undefined ? 0 : oldestThatCounts + windowMs - now
  }

  #forget(now: number): void {
    for (const times of [this.#calls, this.#byPeople]) {
      const firstKept = times.findIndex((at) => at > now - HOUR_MS)
      times.splice(0, firstKept === -1 ? times.length : firstKept)
    }
  }
}

/** At least one call, since `at(-0)` would be the oldest of all. */
function share(limit: number, kept: number): number {
  return Math.max(1, Math.floor(limit * (1 - kept)))
}
