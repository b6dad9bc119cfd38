import type { Callback } from './core/state.ts'
import { pendingCallbacks, recordAttempt } from './core/callbacks.ts'
import type { World } from './core/world.ts'
import type { CallbackKey } from './callback-key.ts'
import type { Timetable } from './timetable.ts'

const deadlineMs = 30_000

/** Delivers what the wallet has to tell, at its due time, as a signed form. */
export class CallbackSender {
  readonly #world: World
  readonly #timetable: Timetable
  readonly #key: CallbackKey
  readonly #noticeChange: () => void
  /** The callbacks that are planned or on their way, each with what calls it off. */
  readonly #underWay = new Map<number, () => void>()

  constructor(world: World, timetable: Timetable, key: CallbackKey, noticeChange: () => void) {
    this.#world = world
    this.#timetable = timetable
    this.#key = key
    this.#noticeChange = noticeChange
  }

  /** Plans every callback that nobody has planned yet. */
  look(): void {
    for (const callback of pendingCallbacks(this.#world)) {
      if (callback.dueAtMs === null || this.#underWay.has(callback.id)) continue
      const cancel = this.#timetable.at(callback.dueAtMs, () => void this.#deliver(callback))
      this.#underWay.set(callback.id, cancel)
    }
  }

  /** Forgets everything, on its way or not. */
  clear(): void {
    for (const cancel of this.#underWay.values()) cancel()
    this.#underWay.clear()
  }

  async #deliver(callback: Callback): Promise<void> {
    const abort = new AbortController()
    const callOff = () => abort.abort()
    this.#underWay.set(callback.id, callOff)
    const lift = this.#timetable.after(deadlineMs, callOff)
    const outcome = await this.#post(callback, abort.signal)
    lift()
    if (this.#underWay.get(callback.id) !== callOff) return
    this.#underWay.delete(callback.id)
    recordAttempt(this.#world, callback.id, outcome)
    this.#noticeChange()
  }

  async #post({ url, event }: Callback, signal: AbortSignal): Promise<number | string> {
    const body = new URLSearchParams({ event, sign: this.#key.sign(event) })
    try {
      const answer = await fetch(url, { method: 'POST', body, signal, redirect: 'manual' })
      await answer.body?.cancel()
      return answer.status
    } catch {
      return signal.aborted ? 'no answer in time' : 'not reachable'
    }
  }
}
