import 'server-only'
import { oncePerProcess } from './once-per-process.ts'

/**
 * Whether Spotboard may confirm, close, send and withdraw by itself. On a database that was restored from a backup it may
 * not, since everything that it would do was decided in a past that the wallet has left behind (law 5). What people ask
 * for is done all the same, and everything is read.
 */
export function mayActByItself(): boolean {
  return !held().isHeldBack
}

export function holdBack(): void {
  held().isHeldBack = true
}

export function actByItselfAgain(): void {
  held().isHeldBack = false
}

function held(): { isHeldBack: boolean } {
  return oncePerProcess('acting-by-itself', () => ({ isHeldBack: false }))
}
