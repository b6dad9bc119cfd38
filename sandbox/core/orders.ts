import { locationById, merchantOf, owns, partyOf, type Caller } from './callers.ts'
import { forbidden, invalidParameters, invalidState, notFound } from './errors.ts'
import { Item } from './item.ts'
import type { Json } from './json.ts'
import { scopeOf } from './locations.ts'
import { orderStatus } from './order-view.ts'
import { openSession, releaseTransaction, spotById, write } from './spots.ts'
import type { Order, Spot, Transaction } from './state.ts'
import { readTransaction } from './transaction-input.ts'
import { createTransaction, readableTransaction, requireTransaction } from './transactions.ts'
import { find, put, shownNowS, type World } from './world.ts'

/** Orders may be read by the owner of the spot, and by whoever sits there in the same session. */
export function readableOrder(world: World, caller: Caller, id: number): Order {
  const order = requireOrder(world, id)
  if (owns(caller, projectOf(world, order))) return order
  const checkIn = find(world, 'checkIns', partyOf(caller))
  if (checkIn?.spotId === order.spotId && checkIn.session === order.session) return order
  throw forbidden('This order is not yours')
}

export function createOrder(
  world: World,
  caller: Caller,
  spot: Spot,
  body: Json | undefined,
  ext: URLSearchParams,
): Order {
  const transaction = transactionFor(world, caller, spot, body, ext, null)
  world.state.lastIds.order += 1
  const open =
    spot.status === 'closed'
      ? openSession(world, spot, 'open')
      : { ...spot, status: 'open' as const }
  const order: Order = {
    id: world.state.lastIds.order,
    spotId: spot.id,
    session: open.session,
    transactionKey: transaction.key,
    isClosed: false,
  }
  write(world, { ...open, orderIds: [...open.orderIds, order.id] })
  put(world, 'orders', order.id, order)
  attach(world, transaction, order)
  return order
}

export function editOrder(
  world: World,
  caller: Caller,
  order: Order,
  body: Json | undefined,
  ext: URLSearchParams,
): Order {
  requirePending(world, order, 'edited')
  const transaction = transactionFor(world, caller, spotById(world, order.spotId), body, ext, order)
  if (transaction.key === order.transactionKey) return order
  const edited = { ...order, transactionKey: transaction.key }
  put(world, 'orders', order.id, edited)
  attach(world, transaction, edited)
  releaseTransaction(world, order.transactionKey)
  return edited
}

/** The order is closed and stays readable; its spot stays open and its transaction payable. */
export function deleteOrder(world: World, order: Order): Order {
  requirePending(world, order, 'deleted')
  const closed = { ...order, isClosed: true }
  put(world, 'orders', order.id, closed)
  releaseTransaction(world, order.transactionKey)
  return closed
}

export function ownOrder(world: World, caller: Caller, id: number): Order {
  merchantOf(caller)
  const order = requireOrder(world, id)
  if (!owns(caller, projectOf(world, order))) {
    throw forbidden('This resource is assigned to another project')
  }
  return order
}

function requireOrder(world: World, id: number): Order {
  const order = find(world, 'orders', id)
  if (!order) throw notFound('Order not found')
  return order
}

function projectOf(world: World, order: Order): number {
  return locationById(world, spotById(world, order.spotId).locationId).projectId
}

function requirePending(world: World, order: Order, aim: string): void {
  const status = orderStatus(world, order)
  if (status !== 'pending') throw invalidState(`An order that is ${status} cannot be ${aim}`)
}

/** The transaction that a body names or brings with it: exactly one of the two ways. */
function transactionFor(
  world: World,
  caller: Caller,
  spot: Spot,
  body: Json | undefined,
  ext: URLSearchParams,
  present: Order | null,
): Transaction {
  const { strictKeys } = world.state.settings
  const item = new Item(body, 'order', strictKeys).allow(['transaction_key', 'transaction'])
  if (item.has('transaction_key') === item.has('transaction')) {
    throw invalidParameters('Exactly one of transaction_key, transaction is required')
  }
  const key = item.text('transaction_key')
  if (key !== undefined) return usableTransaction(world, caller, key, present)
  const input = readTransaction(item.json('transaction'), strictKeys, shownNowS(world))
  const { projectId, locationId = spot.locationId } = input
  return createTransaction(
    world,
    input,
    scopeOf(world, merchantOf(caller), ext, { projectId, locationId }),
  )
}

function usableTransaction(
  world: World,
  caller: Caller,
  key: string,
  present: Order | null,
): Transaction {
  const transaction = readableTransaction(world, caller, key)
  if (transaction.key === present?.transactionKey) return transaction
  if (transaction.status !== 'new') {
    throw invalidState(`A transaction that is ${transaction.status} cannot be ordered`)
  }
  if (world.state.settings.duplicateKey === 'refuse' && carriers(world, transaction).length > 0) {
    throw invalidState('This transaction belongs to another order')
  }
  return transaction
}

/** The orders that still carry the transaction. */
function carriers(world: World, transaction: Transaction): Order[] {
  return transaction.orderIds.flatMap((id) => {
    const order = find(world, 'orders', id)
    return order && !order.isClosed && order.transactionKey === transaction.key ? [order] : []
  })
}

function attach(world: World, { key }: Transaction, order: Order): void {
  const transaction = requireTransaction(world, key)
  const orderIds = [...transaction.orderIds, order.id]
  put(world, 'transactions', key, { ...transaction, orderIds })
}
