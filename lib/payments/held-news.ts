import 'server-only'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'

/** Whoever wants to know at once that a payment is held; the act that found it may still be under way then. */
function listener(): { hear: (spotId: number) => void } {
  return oncePerProcess('held-news', () => ({ hear: () => {} }))
}

export function onHeld(hear: (spotId: number) => void): void {
  listener().hear = hear
}

export function tellHeld(spotId: number): void {
  listener().hear(spotId)
}
