interface Plan {
  at: number
  act: () => void
}

const goneOn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Time that passes only when it is told to; between two plans everything that can go on without waiting goes on. */
export class VirtualTime {
  /** Begins late enough for ages of minutes. */
  now = 1_000_000
  readonly #plans: Plan[] = []

  after(delayMs: number, act: () => void): () => void {
    const plan = { at: this.now + delayMs, act }
    const later = this.#plans.findIndex(({ at }) => at > plan.at)
    this.#plans.splice(later === -1 ? this.#plans.length : later, 0, plan)
    return () => {
      const index = this.#plans.indexOf(plan)
      if (index !== -1) this.#plans.splice(index, 1)
    }
  }

  /** `looked` is called after each plan. */
  async pass(durationMs: number, looked: () => void = () => {}): Promise<void> {
    const until = this.now + durationMs
    await goneOn()
    for (let [next] = this.#plans; next && next.at <= until; [next] = this.#plans) {
      this.#plans.shift()
      this.now = next.at
      next.act()
      await goneOn()
      looked()
    }
    this.now = until
  }
}
