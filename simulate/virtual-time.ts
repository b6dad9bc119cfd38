import type { Clock } from '#lib/runtime/clock.ts'
import { everythingWentOn } from './disk.ts'

/** A Monday at noon. */
const startsAtMs = Date.UTC(2026, 0, 5, 12)

interface Plan {
  atMs: number
  act: () => void
}

/**
 * Time that passes only when it is told to, from one planned moment to the next. Between two moments everything that
 * can go on without waiting goes on to its end, so the same plans always lead to the same history.
 */
export class VirtualTime implements Clock {
  readonly startsAtMs = startsAtMs
  readonly #rest: () => Promise<void>
  #nowMs = startsAtMs
  /** The soonest last; of the same moment, the first planned last. */
  readonly #plans: Plan[] = []

  /** `rest` resolves once everything that can go on without time passing has gone on. */
  constructor(rest: () => Promise<void> = everythingWentOn) {
    this.#rest = rest
  }

  now = (): number => this.#nowMs

  uptime = (): number => this.#nowMs - startsAtMs

  after = (delayMs: number, act: () => void): (() => void) => {
    const plan = { atMs: this.#nowMs + Math.max(0, Math.ceil(delayMs)), act }
    let place = this.#plans.length
    while (place > 0 && (this.#plans[place - 1]?.atMs ?? 0) <= plan.atMs) place -= 1
    this.#plans.splice(place, 0, plan)
    return () => {
      const index = this.#plans.indexOf(plan)
      if (index >= 0) this.#plans.splice(index, 1)
    }
  }

  /** Lets so many milliseconds pass. */
  async pass(durationMs: number): Promise<void> {
    const untilMs = this.#nowMs + durationMs
    await this.#rest()
    for (let next = this.#takeUntil(untilMs); next; next = this.#takeUntil(untilMs)) {
      this.#nowMs = next.atMs
      next.act()
      await this.#rest()
    }
    this.#nowMs = untilMs
  }

  #takeUntil(untilMs: number): Plan | undefined {
    const next = this.#plans.at(-1)
    return next && next.atMs <= untilMs ? this.#plans.pop() : undefined
  }
}
