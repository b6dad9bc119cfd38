import 'server-only'
import { after, now } from '#lib/runtime/clock.ts'
import { isShuttingDown, onShutdown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'

/** Draws a spot anew when the time comes at which its tile says something else; each has one such time, the next. */
export class Redrawing {
  readonly #cancels = new Map<number, () => void>()
  readonly #redraw: (spotId: number) => Promise<void>

  constructor(redraw: (spotId: number) => Promise<void>) {
    this.#redraw = redraw
    onShutdown('redrawing', () => {
      for (const cancel of this.#cancels.values()) cancel()
    })
  }

  plan(spotId: number, times: readonly number[]): void {
    this.#cancels.get(spotId)?.()
    this.#cancels.delete(spotId)
    const coming = times.filter((time) => time > now())
    if (coming.length === 0) return
    const cancel = after(Math.min(...coming) - now(), () => {
      this.#cancels.delete(spotId)
      if (isShuttingDown()) return
      this.#redraw(spotId).catch((err: unknown) => {
        log().error({ err, spotId }, 'a tile whose time has come could not be drawn')
      })
    })
    this.#cancels.set(spotId, cancel)
  }
}
