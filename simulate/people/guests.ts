import { guestNamed } from '#sandbox/core/guests.ts'
import { orderStatus } from '#sandbox/core/order-view.ts'
import { cafeId } from '#sandbox/core/seed.ts'
import type { Guest, Order } from '#sandbox/core/state.ts'
import {
  expireTransaction,
  forceTransaction,
  letTimePass,
  rejectTransaction,
  requireTransaction,
  reserveTransaction,
} from '#sandbox/core/transactions.ts'
import { leave, scan } from '#sandbox/core/visits.ts'
import { all, change, find, type World } from '#sandbox/core/world.ts'

/** What a guest may do with an order that they see. */
export const guestAnswers = [
  'pays',
  'refuses',
  'pays another amount',
  'leaves',
  'pays by code',
] as const
export type GuestAnswer = (typeof guestAnswers)[number] | 'lets it expire'

/** Guests with the app: one party sits at each spot, and each may do what the app lets them do. */
export function comeTo(world: World, spotId: number): void {
  const { locationId, identifier } = find(world, 'spots', spotId) ?? {}
  const code = `PAYSERA*${locationId}:${identifier}`
  letTimePass(world)
  change(world, () => scan(world, guestNamed(world, partyAt(spotId)), code))
}

/** Answers whether there was anything to do: a guest can only pay an order that the app shows. */
export function answerAsGuest(
  world: World,
  spotId: number,
  answer: GuestAnswer,
  pick: number,
): boolean {
  letTimePass(world)
  const guest = guestNamed(world, partyAt(spotId))
  if (answer === 'leaves') return change(world, () => leave(world, guest)) !== undefined
  const shown = ordersFor(answer, world, spotId)
  const order = shown[pick % Math.max(1, shown.length)]
  if (!order) return false
  answerTo(world, guest, order.transactionKey, answer)
  return true
}

function answerTo(
  world: World,
  guest: Guest,
  key: string,
  answer: Exclude<GuestAnswer, 'leaves'>,
): void {
  change(world, () => {
    if (answer === 'refuses') return rejectTransaction(world, key)
    if (answer === 'lets it expire') return expireTransaction(world, key)
    if (answer === 'pays another amount') {
      const priceMinor = requireTransaction(world, key).payments[0]?.priceMinor ?? 0
      forceTransaction(world, key, { priceMinor: priceMinor + 1 })
    }
    return reserveTransaction(world, guest, key)
  })
}

/** A guest pays one certain order; answers whether it could be paid. */
export function payAt(world: World, spotId: number, key: string): boolean {
  letTimePass(world)
  const shown = shownOrders(world, spotId).some((order) => order.transactionKey === key)
  if (!shown) return false
  change(world, () => reserveTransaction(world, guestNamed(world, partyAt(spotId)), key))
  return true
}

/**
 * The same of somebody who has scanned a code on the house's screen: whoever has seen one may come back to it later, so
 * each that was ever shown counts. Answers whether there was anything to do.
 */
export function answerAtCounter(
  world: World,
  shownKeys: Iterable<string>,
  answer: GuestAnswer,
  pick: number,
): boolean {
  letTimePass(world)
  const payable = [...shownKeys].filter((key) => find(world, 'transactions', key)?.status === 'new')
  const key = payable[pick % Math.max(1, payable.length)]
  if (key === undefined || answer === 'leaves') return false
  answerTo(world, guestNamed(world, 'somebody at the counter'), key, answer)
  return true
}

/** Somebody scans a code that the house never printed; answers the spot that comes into being. */
export function fabricate(world: World, number: number): number {
  letTimePass(world)
  const guest = guestNamed(world, `stranger ${number}`)
  return change(world, () => scan(world, guest, `PAYSERA*${cafeId}:NOWHERE ${number}`)).id
}

function shownOrders(world: World, spotId: number): Order[] {
  const { orderIds = [] } = find(world, 'spots', spotId) ?? {}
  return orderIds.flatMap((id) => {
    const order = find(world, 'orders', id)
    return order && orderStatus(world, order) === 'pending' ? [order] : []
  })
}

function ordersFor(answer: GuestAnswer, world: World, spotId: number): Order[] {
  if (answer === 'pays by code') return leftBehind(world, spotId)
  if (answer === 'lets it expire') return heldOrders(world, spotId)
  return shownOrders(world, spotId)
}

function heldOrders(world: World, spotId: number): Order[] {
  return all(world, 'orders').filter(
    (order) =>
      order.spotId === spotId &&
      requireTransaction(world, order.transactionKey).status === 'reserved',
  )
}

/** What guests who have left can still pay, once somebody at the table shows them its code. */
function leftBehind(world: World, spotId: number): Order[] {
  const spot = find(world, 'spots', spotId)
  if (spot?.status !== 'closed') return []
  return all(world, 'orders').filter(
    (order) =>
      order.spotId === spotId &&
      order.session === spot.session &&
      requireTransaction(world, order.transactionKey).status === 'new',
  )
}

function partyAt(spotId: number): string {
  return `party ${spotId}`
}
