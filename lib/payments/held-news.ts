import 'server-only'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'

/** Whoever wants to know at once that a payment is held; told outside of the act that found it. */
function listener(): { hear: () => void } {
  return oncePerProcess('held-news', () => ({ hear: () => {} }))
}

export function onHeld(hear: () => void): void {
  listener().hear = hear
}

export function tellHeld(): void {
  listener().hear()
}
