import 'server-only'
import type { Database } from '#lib/database/open-database.ts'
import { referenceOf } from '#lib/orders/book/transactions.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'
import type { Booked } from './compare.ts'

/** What the book says of a transaction: of the order that stands on it, else of the one that it was made for. */
export async function bookedOf(db: Database, key: string): Promise<Booked | undefined> {
  const offer = await db
    .selectFrom('order_transactions')
    .select(['order_id', 'amount_minor', 'currency'])
    .where('transaction_key', '=', key)
    .executeTakeFirst()
  if (!offer) return undefined
  const orders = await db
    .selectFrom('orders')
    .select(['id', 'spot_id', 'status', 'settled_with', 'transaction_key', 'taken_minor'])
    .where((is) => is.or([is('transaction_key', '=', key), is('id', '=', offer.order_id)]))
    .execute()
  const present = orders.filter((order) => order.transaction_key === key)
  // Money that came in beside what an order was paid with has an order of its own under the same key.
  const order = present.find(({ status }) => status === 'confirmed') ?? present[0] ?? orders[0]
  if (!order) return undefined
  return {
    orderId: order.id,
    spotId: order.spot_id,
    status: order.status,
    isPresent: order.transaction_key === key,
    isPaidOtherwise: order.settled_with !== null,
    // A manager may have taken less than what was asked for.
    amountMinor: order.taken_minor ?? offer.amount_minor,
    currency: offer.currency,
    isAcceptedAsIs: await wasAcceptedAsIs(db, order.id),
  }
}

/** Whether it was made by Spotboard for an order or is in the book; others may use the same wallet for their own sales. */
export async function isOurs(db: Database, transaction: WalletTransaction): Promise<boolean> {
  if (referenceOf(transaction) !== undefined) return true
  const known = await db
    .selectFrom('order_transactions')
    .select('reference')
    .where('transaction_key', '=', transaction.key)
    .executeTakeFirst()
  return known !== undefined
}

/** An act that is at work on an order decides about it by itself. */
export async function isAtWork(db: Database, orderId: string): Promise<boolean> {
  const running = await db
    .selectFrom('intents')
    .select('id')
    .where('order_id', '=', orderId)
    .where('state', 'in', ['running', 'queued'])
    .executeTakeFirst()
  return running !== undefined
}

async function wasAcceptedAsIs(db: Database, orderId: string): Promise<boolean> {
  const accepted = await db
    .selectFrom('intents')
    .select('body')
    .where('order_id', '=', orderId)
    .where('act', '=', 'confirm')
    .where('state', '=', 'done')
    .where('body', 'like', '%"acceptsDifferences":true%')
    .executeTakeFirst()
  return accepted !== undefined
}
