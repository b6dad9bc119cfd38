import { Life, type Machine } from './life.ts'

/** The dashboard of one house over all its lives: whoever runs the machine starts it again after a crash. */
export class House {
  readonly #machine: Machine
  #life: Life
  #isOpen = true

  constructor(machine: Machine) {
    this.#machine = machine
    this.#life = this.#begin()
  }

  /** The present life, which may have ended and not be followed by another yet. */
  life(): Life {
    return this.#life
  }

  /** Ends it for good. */
  shut(): void {
    this.#isOpen = false
    this.#life.crash(0)
  }

  #begin(): Life {
    return new Life(this.#machine, (downMs) => {
      if (!this.#isOpen) return
      this.#machine.time.after(downMs, () => {
        if (this.#isOpen) this.#life = this.#begin()
      })
    })
  }
}
