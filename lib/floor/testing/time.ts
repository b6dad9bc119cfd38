import 'server-only'

/** Time that passes only when it is told to. */
export class Time {
  nowMs = 1_800_000_000_000
  #plans: { atMs: number; act: () => void }[] = []

  now = () => this.nowMs
  uptime = () => this.nowMs
  after = (delayMs: number, act: () => void) => {
    const plan = { atMs: this.nowMs + delayMs, act }
    this.#plans.push(plan)
    return () => {
      this.#plans = this.#plans.filter((other) => other !== plan)
    }
  }

  async pass(durationMs: number): Promise<void> {
    const untilMs = this.nowMs + durationMs
    for (;;) {
      // Whatever goes on without time passing goes on first.
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
      const next = this.#plans.toSorted((one, other) => one.atMs - other.atMs)[0]
      if (!next || next.atMs > untilMs) break
      this.#plans = this.#plans.filter((plan) => plan !== next)
      this.nowMs = Math.max(this.nowMs, next.atMs)
      next.act()
    }
    this.nowMs = untilMs
  }
}
