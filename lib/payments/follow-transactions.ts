import 'server-only'
import type { Database } from '#lib/database/open-database.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { meaningOf } from '#lib/orders/book/meanings.ts'
import { inTurnAtSpot } from '#lib/orders/intents/turn.ts'
import { dropDeletion } from '#lib/orders/put-off-deletion.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'
import { endLeftovers } from './end-leftovers.ts'
import { followPayment } from './follow-payment.ts'

/** Takes over what a fresh reading says of transactions, on the screens too, and ends those that no order carries. */
export async function followTransactions(
  db: Database,
  transactions: readonly WalletTransaction[],
): Promise<void> {
  const payable = await payableOrders(db)
  for (const transaction of transactions) {
    const order = payable.find((candidate) => candidate.transaction_key === transaction.key)
    if (order) await follow(db, order, transaction)
  }
  await endLeftovers(db, transactions)
}

type PayableOrder = Awaited<ReturnType<typeof payableOrders>>[number]

/**
 * Orders that a guest can pay or has reserved. While an act is at work on one, the act itself finds out; a deletion that
 * waits for its time is not at work yet.
 */
async function payableOrders(db: Database) {
  return db
    .selectFrom('orders')
    .leftJoin('intents', (join) =>
      join.onRef('intents.order_id', '=', 'orders.id').on('intents.state', '=', 'running'),
    )
    .select(['orders.id', 'orders.spot_id', 'orders.transaction_key'])
    .where('orders.status', 'in', ['pending', 'reserved'])
    .where((is) =>
      is.or([
        is('intents.id', 'is', null),
        is.and([is('intents.not_before', 'is not', null), is('intents.step', '=', 'begun')]),
      ]),
    )
    .execute()
}

async function follow(
  db: Database,
  order: PayableOrder,
  transaction: WalletTransaction,
): Promise<void> {
  const hasChanged = await inTurnAtSpot(order.spot_id, async () => {
    const changed = await followPayment(db, order.id, transaction)
    if (changed) await dropDeletion(db, order.id)
    return changed
  })
  if (!hasChanged) return
  // A wallet that withdraws what is unpaid does so when the guests check out, which is seen later by itself.
  if (meaningOf('pending', transaction.status) === 'withdrawn') floorWatch().readSoon('open')
  const floor = await liveFloor()
  await floor.spotTouched(order.spot_id)
}
