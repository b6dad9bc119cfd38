import 'server-only'
import { oncePerProcess } from './once-per-process.ts'

/** Where the time comes from. The simulation puts a virtual one in the place of the machine's. */
export interface Clock {
  /** Milliseconds since 1970. */
  now: () => number
  /** Milliseconds of a clock that is never set, for durations and deadlines. */
  uptime: () => number
  /** Does something in so many milliseconds; the answer takes that back. */
  after: (delayMs: number, act: () => void) => () => void
}

const machineClock: Clock = {
  now: () => Date.now(),
  uptime: () => performance.now(),
  after: (delayMs, act) => {
    const timer = setTimeout(act, delayMs)
    return () => clearTimeout(timer)
  },
}

function clock(): Clock {
  return oncePerProcess('clock', () => machineClock)
}

/** The present, in milliseconds since 1970. */
export function now(): number {
  return clock().now()
}

/** Milliseconds that only ever grow: the difference of two is a duration even if the clock was set in between. */
export function uptime(): number {
  return clock().uptime()
}

/** Does something in so many milliseconds, unless the function that it answers is called before. */
export function after(delayMs: number, act: () => void): () => void {
  return clock().after(delayMs, act)
}

/** Settles in so many milliseconds; rejects with the signal's reason as soon as that is aborted. */
export function pause(delayMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      takeBack()
      reject(signal?.reason)
    }
    const takeBack = after(delayMs, () => {
      signal?.removeEventListener('abort', giveUp)
      resolve()
    })
    if (signal?.aborted) giveUp()
    else signal?.addEventListener('abort', giveUp, { once: true })
  })
}
