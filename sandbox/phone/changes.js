import { ordersOf, phaseOf } from './order-phase.js'

/**
 * What a guest is told when one view follows another.
 *
 * @typedef {import('./order-phase.js').GuestView} GuestView
 * @typedef {import('./order-phase.js').Order} Order
 * @typedef {import('./order-phase.js').Phase} Phase
 * @typedef {{ kind: 'seated', spot: import('./order-phase.js').Spot } | { kind: 'ended', identifier: string, reason: string } | { kind: 'newOrder' | 'changedOrder', order: Order } | { kind: 'phase', phase: Phase, order: Order }} Change
 */

/**
 * @param {GuestView | undefined} before
 * @param {GuestView} after
 * @returns {Change[]}
 */
export function changesBetween(before, after) {
  if (before === undefined) return []
  /** @type {Change[]} */
  const changes = []
  const spot = after.spot
  const stayed = spot !== null && spot.id === before.spot?.id
  if (before.spot !== null && !stayed)
    changes.push({
      kind: 'ended',
      identifier: before.spot.identifier,
      reason: after.lastVisit?.reason ?? '',
    })
  if (spot !== null && !stayed) changes.push({ kind: 'seated', spot })
  const known = new Map(
    [...(stayed && before.spot !== null ? ordersOf(before.spot) : []), ...before.payments].map(
      (order) => [order.id, order],
    ),
  )
  for (const order of [...(spot === null ? [] : ordersOf(spot)), ...after.payments]) {
    const change = changeOf(known.get(order.id), order)
    if (change !== undefined) changes.push(change)
  }
  return changes
}

/**
 * @param {Order | undefined} before
 * @param {Order} after
 * @returns {Change | undefined}
 */
function changeOf(before, after) {
  const phase = phaseOf(after)
  if (before === undefined)
    return phase === 'payable' ? { kind: 'newOrder', order: after } : undefined
  if (phaseOf(before) !== phase)
    // A renewed transaction makes a declined or failed order payable again.
    return phase === 'payable'
      ? { kind: 'newOrder', order: after }
      : { kind: 'phase', phase, order: after }
  const isSame =
    before.priceMinor === after.priceMinor &&
    before.currency === after.currency &&
    before.description === after.description
  return phase === 'payable' && !isSame ? { kind: 'changedOrder', order: after } : undefined
}
