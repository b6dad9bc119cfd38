/**
 * What an order means to the guest:
 * `payable`, `underWay` (accepted, nothing held yet), `held` (the money is set aside), `paid`,
 * `refused` (by the guest), `declined` (by the café), `failed` (mostly: time ran out),
 * `withdrawn` (nothing to pay any more), `unknown` (a word that this page does not know).
 *
 * @typedef {'payable' | 'underWay' | 'held' | 'paid' | 'refused' | 'declined' | 'failed' | 'withdrawn' | 'unknown'} Phase
 * @typedef {{ title: string, quantity: number, totalMinor?: number }} Item
 * @typedef {{ id: number | string, status: string, transactionKey: string, transactionStatus: string, description?: string, priceMinor: number, currency: string, items?: Item[] }} Order
 * @typedef {{ id: number | string, identifier: string, status: string, title: string, orders: Order[], closedOrders: Order[] }} Spot
 * @typedef {{ identifier: string, reason: string, orders: Order[] }} Visit
 * @typedef {{ guest: string, spot: Spot | null, lastVisit?: Visit, payments: Order[] }} GuestView
 */

/** @type {Map<string, Phase>} */
const SETTLED_BY_TRANSACTION = new Map([
  ['confirmed', 'paid'],
  ['done', 'paid'],
  ['reserved', 'held'],
  ['waiting_registration', 'held'],
  ['waiting_funds', 'underWay'],
  ['waiting_password', 'underWay'],
  ['rejected', 'refused'],
  ['revoked', 'declined'],
  ['failed', 'failed'],
  ['deleted', 'withdrawn'],
])
const UNPAID_TRANSACTION = new Set(['new', 'waiting'])

/**
 * The transaction is asked first: an order that the café closed can still hold the guest's money.
 *
 * @param {Pick<Order, 'status' | 'transactionStatus'>} order
 * @returns {Phase}
 */
export function phaseOf(order) {
  const settled = SETTLED_BY_TRANSACTION.get(order.transactionStatus)
  if (settled !== undefined) return settled
  if (order.status === 'closed') return 'withdrawn'
  return UNPAID_TRANSACTION.has(order.transactionStatus) ? 'payable' : 'unknown'
}

/**
 * All orders of a visit in the order in which they came, so that one keeps its place when it ends.
 *
 * @param {Spot} spot
 */
export function ordersOf(spot) {
  return [...spot.orders, ...spot.closedOrders].toSorted((a, b) => Number(a.id) - Number(b.id))
}
