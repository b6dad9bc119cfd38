import 'server-only'

/** `burst` tries at once, then one more every `refillMs`. */
export interface Limit {
  burst: number
  refillMs: number
}

/** Keys are what strangers typed, so their number is bounded; the ones that matter least go first. */
const MAX_KEYS = 10_000

/**
 * Counts tries by key. Of each key it remembers only when it will have all its tries again
 * (the generic cell rate algorithm), so nothing has to tick.
 */
export class Limiter {
  readonly #limit: Limit
  readonly #fullAt = new Map<string, number>()

  constructor(limit: Limit) {
    this.#limit = limit
  }

  /** How long until the key may try, in milliseconds; 0 when it may now. */
  waitMs(key: string, atMs: number): number {
    const { burst, refillMs } = this.#limit
    const usedMs = Math.max(0, (this.#fullAt.get(key) ?? 0) - atMs)
    return Math.max(0, usedMs - (burst - 1) * refillMs)
  }

  take(key: string, atMs: number): void {
    const fullAt = Math.max(this.#fullAt.get(key) ?? 0, atMs) + this.#limit.refillMs
    this.#fullAt.delete(key)
    if (this.#fullAt.size >= MAX_KEYS) this.#makeRoom(atMs)
    this.#fullAt.set(key, fullAt)
  }

  giveBack(key: string): void {
    const fullAt = this.#fullAt.get(key)
    if (fullAt !== undefined) this.#fullAt.set(key, fullAt - this.#limit.refillMs)
  }

  forget(key: string): void {
    this.#fullAt.delete(key)
  }

  #makeRoom(atMs: number): void {
    for (const [key, fullAt] of this.#fullAt) if (fullAt <= atMs) this.#fullAt.delete(key)
    for (const key of this.#fullAt.keys()) {
      if (this.#fullAt.size < MAX_KEYS) return
      this.#fullAt.delete(key)
    }
  }
}
