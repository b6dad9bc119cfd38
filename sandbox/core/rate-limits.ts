const minuteMs = 60_000
const hourMs = 3_600_000
const perMinute = 60
const perHour = 1000

/** Sliding windows: so many calls a minute for a key, so many an hour for the account behind it. */
export class RateLimits {
  readonly #calls = new Map<string, number[]>()

  /** Counts a call, or refuses it by `false`; a refused call does not count. */
  admit(keyId: string, account: string, nowMs: number): boolean {
    const ofKey = this.#within(`key ${keyId}`, nowMs - minuteMs)
    const ofAccount = this.#within(`account ${account}`, nowMs - hourMs)
    if (ofKey.length >= perMinute || ofAccount.length >= perHour) return false
    ofKey.push(nowMs)
    ofAccount.push(nowMs)
    return true
  }

  clear(): void {
    this.#calls.clear()
  }

  #within(name: string, sinceMs: number): number[] {
    const times = this.#calls.get(name) ?? []
    while ((times[0] ?? Infinity) <= sinceMs) times.shift()
    this.#calls.set(name, times)
    return times
  }
}
