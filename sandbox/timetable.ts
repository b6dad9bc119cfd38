const longestTimerMs = 2 ** 31 - 1

interface Entry {
  dueAtMs: number
  act: () => void
}

/** Does things at times of a clock that may also jump; after a jump, `kick` does what became due. */
export class Timetable {
  readonly #nowMs: () => number
  readonly #entries = new Set<Entry>()
  #timer: NodeJS.Timeout | undefined

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
  }

  /** Plans `act`; the function that comes back takes it off the plan again. */
  at(dueAtMs: number, act: () => void): () => void {
    const entry = { dueAtMs, act }
    this.#entries.add(entry)
    this.#arm()
    return () => {
      this.#entries.delete(entry)
    }
  }

  after(delayMs: number, act: () => void): () => void {
    return this.at(this.#nowMs() + delayMs, act)
  }

  /** Does everything that is due, the earliest first. */
  kick(): void {
    const due = [...this.#entries]
      .filter((entry) => entry.dueAtMs <= this.#nowMs())
      .toSorted((one, other) => one.dueAtMs - other.dueAtMs)
    for (const entry of due) {
      if (this.#entries.delete(entry)) entry.act()
    }
    this.#arm()
  }

  clear(): void {
    this.#entries.clear()
    clearTimeout(this.#timer)
  }

  #arm(): void {
    clearTimeout(this.#timer)
    if (this.#entries.size === 0) return
    const next = Math.min(...[...this.#entries].map((entry) => entry.dueAtMs))
    const delayMs = Math.min(Math.max(next - this.#nowMs(), 1), longestTimerMs)
    this.#timer = setTimeout(() => this.kick(), delayMs)
    this.#timer.unref()
  }
}
