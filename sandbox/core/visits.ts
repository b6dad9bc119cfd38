import { unwrapped } from './codes.ts'
import { guestKey } from './seed.ts'
import { checkIn, checkOut, spotById, spotOfCode } from './spots.ts'
import type { Guest, Spot } from './state.ts'
import { find, type World } from './world.ts'

/** A guest scans a code and checks in to its spot, as the app does in one go. */
export function scan(world: World, guest: Guest, code: string): Spot {
  return checkIn(world, { kind: 'guest', guest }, spotOfCode(world, unwrapped(code)))
}

/** A guest checks out of wherever they are; `undefined` when they are nowhere. */
export function leave(world: World, guest: Guest): Spot | undefined {
  const checkedIn = find(world, 'checkIns', guestKey(guest.name))
  if (!checkedIn) return undefined
  return checkOut(world, { kind: 'guest', guest }, spotById(world, checkedIn.spotId))
}
