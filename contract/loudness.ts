import { tileState } from './floor.ts'
import type { Tile } from './floor.ts'

const MINUTE_MS = 60_000

/** From these ages on an undecided payment has a badge, sounds, and is everybody's. */
const LOUDER_AFTER_MS = [MINUTE_MS, 3 * MINUTE_MS, 10 * MINUTE_MS] as const

/** How loud an undecided payment is by its own age: 0 is not yet, 1 a badge, 2 sound, 3 every device and the manager. */
export function loudnessOfAge(heldSince: number | null, now: number): number {
  if (heldSince === null) return 0
  return LOUDER_AFTER_MS.filter((afterMs) => now - heldSince >= afterMs).length
}

export function loudness(tile: Tile, now: number): number {
  return tileState(tile) === 'held' ? loudnessOfAge(tile.heldSince, now) : 0
}

/** Whose area it is in and who said that they go counts no more: nobody has decided for so long. */
export function isEverybodys(tile: Tile, now: number): boolean {
  return loudness(tile, now) === LOUDER_AFTER_MS.length
}
