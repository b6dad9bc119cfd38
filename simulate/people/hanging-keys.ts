import type { Database } from '#lib/database/open-database.ts'
import { unsettled } from '#lib/orders/book/order-book.ts'
import { isRevocable } from '#sandbox/core/transactions.ts'
import { find, type World } from '#sandbox/core/world.ts'

/** The keys in the book that were made for an order, are not the one it stands for now, and could still be paid. */
export async function hangingKeys(db: Database, world: World, orderId: string): Promise<string[]> {
  const offers = await db
    .selectFrom('order_transactions')
    .innerJoin('orders', 'orders.id', 'order_transactions.order_id')
    .select([
      'order_transactions.transaction_key',
      'orders.transaction_key as present_key',
      'orders.status',
    ])
    .where('orders.id', '=', orderId)
    .execute()
  return offers.flatMap(({ transaction_key: key, present_key: presentKey, status }) => {
    const stands = key === presentKey && unsettled.some((word) => word === status)
    const transaction = key === null || stands ? undefined : find(world, 'transactions', key)
    return transaction && isRevocable(transaction) ? [transaction.key] : []
  })
}
