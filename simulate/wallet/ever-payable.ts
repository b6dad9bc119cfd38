import { isJsonObject } from '#sandbox/core/json.ts'
import { orderStatus } from '#sandbox/core/order-view.ts'
import type { Transaction } from '#sandbox/core/state.ts'
import { isRevocable } from '#sandbox/core/transactions.ts'
import { all, find, type World } from '#sandbox/core/world.ts'

/**
 * What guests could pay at some moment on the way. What is left in the end does not tell, since a sweep may have come
 * after a guest who paid twice.
 */
export class EverPayable {
  /** The orders of the book that a guest could pay twice at one moment. */
  readonly twice = new Set<string>()
  /** For each order, those that could be paid at the same moment. */
  readonly besides = new Map<string, Set<string>>()

  /** Besides what its spot shows, a guest can pay whatever code a screen has ever shown. */
  look(world: World, shownKeys: ReadonlySet<string>): void {
    const orders = payableOrders(world, shownKeys)
    for (const [index, order] of orders.entries()) {
      if (orders.indexOf(order) < index) this.twice.add(order)
      const besides = this.besides.get(order) ?? new Set()
      this.besides.set(order, besides)
      for (const other of orders) besides.add(other)
    }
  }
}

/** The orders of the book that a guest is asked for, once for each transaction, by what our references say. */
function payableOrders(world: World, shownKeys: ReadonlySet<string>): string[] {
  return all(world, 'transactions').flatMap((transaction) => {
    const [order] = referenceOf(transaction).split(':')
    const isShown = shownKeys.has(transaction.key) && isRevocable(transaction)
    return order && (isShown || asksGuest(world, transaction)) ? [order] : []
  })
}

function referenceOf({ payments }: Transaction): string {
  const parameters = payments[0]?.extra['parameters']
  const reference = isJsonObject(parameters) ? parameters['spotboard'] : undefined
  return typeof reference === 'string' ? reference : ''
}

/**
 * Whether a guest is asked to pay it, has let it hold or has paid it. Of an order that the network delivered twice only
 * the last counts: nobody is told of the first, so for the moment between an edit of the last and the end of the old key
 * it asks for the old amount, which that end takes back even from a guest who pays just then (law 3).
 */
function asksGuest(world: World, { key, orderIds, status }: Transaction): boolean {
  if (status === 'reserved' || status === 'confirmed') return true
  const order = find(world, 'orders', orderIds.at(-1) ?? 0)
  return order?.transactionKey === key && orderStatus(world, order) === 'pending'
}
