import 'server-only'
import type { Spending } from './plan-readings.ts'

/**
 * A person who waits, an act that is carried on while nobody waits in front of it, a reading that the wallet itself has
 * asked for by a signed callback, or any other reading.
 */
export type Priority = 'person' | 'background' | 'called_back' | 'poll'

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
/**
 * What the others leave for people, whatever was planned: people act in bursts, but nobody makes an hour's calls at
 * once. Acts that are carried on leave less than polls, so that no polling keeps an outcome unknown; of the hour they
 * leave little, since they are people's. Nor does polling keep a payment off the screens about which the wallet has
 * called: of such readings there are a few for each payment, and no more.
 */
const KEPT_OF_MINUTE = {
  person: 0,
  background: 0.1,
  called_back: 0.1,
  poll: 0.2,
} satisfies Record<Priority, number>
const KEPT_OF_HOUR = {
  person: 0,
  background: 0.01,
  called_back: 0.01,
  poll: 0.02,
} satisfies Record<Priority, number>
/** In an outage acts that try again would fill every minute, of which they may have no more than this. */
const BACKGROUND_OF_MINUTE = 0.5
const UNNAMED_PAUSE_MS = 30_000

/**
 * Counts the calls of the last minute and hour against the wallet's limits (law 8). The windows slide, since a bucket
 * that refills may let nearly twice its size through within one hour.
 */
export class Budget {
  readonly #limits: Limits
  readonly #calls: number[]
  readonly #byPeople: number[]
  readonly #inBackground: number[] = []
  #pausedUntil = 0

  /** `spent` are earlier calls, oldest first, so that a restart does not forget them. */
  constructor(limits: Limits, spent: readonly Spent[] = []) {
    this.#limits = limits
    this.#calls = spent.map(({ at }) => at)
    this.#byPeople = spent.filter(({ priority }) => isForPeople(priority)).map(({ at }) => at)
  }

  /** How long a call of this priority has to wait from now on, in milliseconds; 0 when it may go. */
  waitMs(now: number, priority: Priority): number {
    this.#forget(now)
    const { perMinute, perHour } = this.#limits
    return Math.max(
      this.#pausedUntil - now,
      waitForRoom(this.#calls, now, MINUTE_MS, share(perMinute, KEPT_OF_MINUTE[priority])),
      waitForRoom(this.#calls, now, HOUR_MS, share(perHour, KEPT_OF_HOUR[priority])),
      priority === 'background'
        ? waitForRoom(
            this.#inBackground,
            now,
            MINUTE_MS,
            share(perMinute, 1 - BACKGROUND_OF_MINUTE),
          )
        : 0,
      0,
    )
  }

  spend(now: number, priority: Priority): void {
    this.#calls.push(now)
    if (isForPeople(priority)) this.#byPeople.push(now)
    if (priority === 'background') this.#inBackground.push(now)
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
      limitPerHour: share(this.#limits.perHour, KEPT_OF_HOUR.poll),
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

  #forget(now: number): void {
    for (const times of [this.#calls, this.#byPeople, this.#inBackground]) {
      const firstKept = times.findIndex((at) => at > now - HOUR_MS)
      times.splice(0, firstKept === -1 ? times.length : firstKept)
    }
  }
}

/** What readings are planned around; they may be planned less often because of it. */
function isForPeople(priority: Priority): boolean {
  return priority === 'person' || priority === 'background'
}

/** How long until one more call fits into a window that holds so many of these. */
function waitForRoom(calls: readonly number[], now: number, windowMs: number, limit: number) {
  const oldestThatCounts = calls.at(-limit)
  return oldestThatCounts === undefined ? 0 : oldestThatCounts + windowMs - now
}

/** At least one call, since `at(-0)` would be the oldest of all. */
function share(limit: number, kept: number): number {
  return Math.max(1, Math.floor(limit * (1 - kept)))
}
