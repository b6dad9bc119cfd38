import type { JsonObject } from './core/json.ts'
import { sumOf } from './core/money.ts'
import { orderStatus } from './core/order-view.ts'
import { cafeId, guestKey } from './core/seed.ts'
import { shownIdentifier } from './core/spot-view.ts'
import { partiesAt, spotById } from './core/spots.ts'
import type { Order } from './core/state.ts'
import { locationById } from './core/callers.ts'
import { requireTransaction } from './core/transactions.ts'
import { all, find, type World } from './core/world.ts'

/** The tables that a guest may walk up to, with the code that each of them carries. */
export function tablesView(world: World): JsonObject {
  const location = locationById(world, cafeId)
  return {
    location: {
      id: location.id,
      title: location.title,
      description: location.description,
    },
    tables: all(world, 'spots')
      .filter((spot) => spot.locationId === location.id)
      .map((spot) => ({
        id: spot.id,
        identifier: shownIdentifier(world, spot.identifier),
        code: `PAYSERA*${location.id}:${spot.identifier}`,
        status: spot.status,
        guests: partiesAt(world, spot.id).map((party) => party.replace(/^(guest|client):/, '')),
      })),
  }
}

/** What one guest's phone shows: where they are, what they are asked to pay, how the last visit ended. */
export function guestView(world: World, name: string): JsonObject {
  const checkIn = find(world, 'checkIns', guestKey(name))
  const ended = find(world, 'endedVisits', guestKey(name))
  const view: JsonObject = { guest: name, spot: null }
  if (checkIn) view['spot'] = visitView(world, checkIn.spotId)
  if (ended) {
    view['lastVisit'] = {
      id: ended.spotId,
      identifier: shownIdentifier(world, spotById(world, ended.spotId).identifier),
      reason: ended.why,
      orders: ordersOf(world, ended.orderIds).map((order) => phoneOrder(world, order)),
    }
  }
  const { scannedKeys = [] } = find(world, 'guests', guestKey(name)) ?? {}
  const scanned = scannedKeys.filter((key) => find(world, 'transactions', key))
  if (scanned.length > 0) {
    view['payments'] = scanned.map((key) => ({ id: key, status: '', ...phonePayment(world, key) }))
  }
  return view
}

function visitView(world: World, spotId: number): JsonObject {
  const spot = spotById(world, spotId)
  const location = locationById(world, spot.locationId)
  const orders = ordersOf(world, spot.orderIds)
  const isClosed = (order: Order) => orderStatus(world, order) === 'closed'
  return {
    id: spot.id,
    identifier: shownIdentifier(world, spot.identifier),
    status: spot.status,
    title: location.title,
    orders: orders.filter((order) => !isClosed(order)).map((order) => phoneOrder(world, order)),
    closedOrders: orders.filter(isClosed).map((order) => phoneOrder(world, order)),
  }
}

function ordersOf(world: World, ids: readonly number[]): Order[] {
  return ids.flatMap((id) => find(world, 'orders', id) ?? [])
}

function phoneOrder(world: World, order: Order): JsonObject {
  const { id, transactionKey } = order
  return { id, status: orderStatus(world, order), ...phonePayment(world, transactionKey) }
}

function phonePayment(world: World, key: string): JsonObject {
  const transaction = requireTransaction(world, key)
  const [payment] = transaction.payments
  const items = payment?.items ?? []
  const view: JsonObject = {
    transactionKey: transaction.key,
    transactionStatus: transaction.status,
    description: payment?.description ?? '',
    priceMinor: sumOf(transaction.payments.map(({ priceMinor }) => priceMinor)),
    currency: payment?.currency ?? '',
  }
  if (items.length > 0) {
    view['items'] = items.map(({ title, quantity, totalMinor }) => ({
      title,
      quantity,
      totalMinor,
    }))
  }
  return view
}
