import { isJsonObject } from '#sandbox/core/json.ts'
import { orderStatus } from '#sandbox/core/order-view.ts'
import type { Transaction } from '#sandbox/core/state.ts'
import { all, find, type World } from '#sandbox/core/world.ts'

/**
 * The orders of the book that a guest could pay twice at this moment, by the part of our references that names them.
 * What is left in the end does not tell, since a sweep may have come after a guest who paid twice.
 */
export function payableTwice(world: World): string[] {
  const seen = new Set<string>()
  return all(world, 'transactions').flatMap((transaction) => {
    const [order] = referenceOf(transaction).split(':')
    if (!order || !asksGuest(world, transaction)) return []
    if (seen.has(order)) return [order]
    seen.add(order)
    return []
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
