import { unwrapped } from './codes.ts'
import { invalidState } from './errors.ts'
import { guestKey } from './seed.ts'
import { checkIn, checkOut, spotById, spotOfCode } from './spots.ts'
import type { Guest, Spot } from './state.ts'
import { isRevocable, requireTransaction } from './transactions.ts'
import { find, put, type World } from './world.ts'

/** A guest scans a code and checks in to its spot, as the app does in one go. */
export function scan(world: World, guest: Guest, code: string): Spot {
  return checkIn(world, { kind: 'guest', guest }, spotOfCode(world, unwrapped(code)))
}

/**
 * A guest scans the code of a payment, at a counter say, and the app shows it beside whatever else it shows. Of those
 * that were scanned before, the ones that have come to an end make room.
 */
export function scanPayment(world: World, guest: Guest, key: string): void {
  requireShowable(world, key)
  const still = (guest.scannedKeys ?? []).filter((one) => {
    const transaction = find(world, 'transactions', one)
    return one !== key && transaction !== undefined && isRevocable(transaction)
  })
  put(world, 'guests', guestKey(guest.name), { ...guest, scannedKeys: [...still, key] })
}

/** The app can show and agree to transactions of exactly one payment. */
export function requireShowable(world: World, key: string): void {
  if (requireTransaction(world, key).payments.length !== 1) {
    throw invalidState('The app cannot show a transaction of several payments')
  }
}

/** A guest checks out of wherever they are; `undefined` when they are nowhere. */
export function leave(world: World, guest: Guest): Spot | undefined {
  const checkedIn = find(world, 'checkIns', guestKey(guest.name))
  if (!checkedIn) return undefined
  return checkOut(world, { kind: 'guest', guest }, spotById(world, checkedIn.spotId))
}
