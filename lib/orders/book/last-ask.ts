import 'server-only'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'

/** When a guest was last asked to pay, in milliseconds since 1970. */
export function lastAsk(): { at: number } {
  return oncePerProcess('last-ask', () => ({ at: 0 }))
}
