import 'server-only'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import { allPages } from '#lib/floor/all-pages.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { endAfterLateClose } from '#lib/orders/end-after-late-close.ts'
import { lastAsk } from '#lib/orders/book/last-ask.ts'
import { dropDeletion } from '#lib/orders/put-off-deletion.ts'
import { earliestByWallet } from '#lib/orders/book/transactions.ts'
import { inTurnAtSpot } from '#lib/orders/intents/turn.ts'
import { now } from '#lib/runtime/clock.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'
import { endLeftovers } from './end-leftovers.ts'
import { followPayment } from './follow-payment.ts'

const SOON_AFTER_ASKING = { neededMs: 150_000, promisedMs: 60_000, goodMs: 20_000, bestMs: 8000 }
const LATER = { neededMs: 150_000, promisedMs: 120_000, goodMs: 40_000, bestMs: 20_000 }
const UNWATCHED = { neededMs: 120_000, promisedMs: 60_000, goodMs: 40_000, bestMs: 40_000 }
/** Most guests pay within minutes of being asked. */
const SOON_MS = 300_000
/** So long after an order was asked, a request of it may still be applied that nobody waits for any more. */
const LATE_MS = 600_000

/**
 * Follows the transactions of all unsettled orders with one list, however many there are; the same list shows what
 * carries our reference and is on no order.
 */
export function watchPayments(): void {
  const asked = lastAsk()
  floorWatch().add({
    name: 'payments',
    importance: 2,
    wishes: (isWatched) => {
      if (!isWatched) return UNWATCHED
      return now() - asked.at < SOON_MS ? SOON_AFTER_ASKING : LATER
    },
    read: async () => {
      const db = await database()
      const offers = await offersToFollow(db)
      if (offers.length === 0) {
        // It cost no call, so the next look comes soon: the first order of a quiet hour may be there by then.
        asked.at = now()
        return
      }
      asked.at = Math.max(asked.at, ...offers.map((offer) => offer.created_at))
      const transactions = await transactionsSince(Math.min(...offers.map(earliestByWallet)))
      const payable = await payableOrders(db)
      for (const transaction of transactions) {
        const order = payable.find((candidate) => candidate.transaction_key === transaction.key)
        if (order) await follow(db, order, transaction)
      }
      await endLeftovers(db, transactions)
      await endAfterLateClose(db)
    },
  })
}

type PayableOrder = Awaited<ReturnType<typeof payableOrders>>[number]

/** The transactions of unsettled orders, and all that were made so lately that a stray request may still arrive. */
async function offersToFollow(db: Database) {
  return db
    .selectFrom('order_transactions')
    .innerJoin('orders', 'orders.id', 'order_transactions.order_id')
    .select(['order_transactions.created_at', 'order_transactions.wallet_created_at'])
    .where((is) =>
      is.or([
        is('orders.status', 'in', ['sending', 'pending', 'reserved']),
        is('order_transactions.created_at', '>', now() - LATE_MS),
      ]),
    )
    .execute()
}

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

function transactionsSince(createdFromMs: number): Promise<WalletTransaction[]> {
  return allPages(
    (page) => wallet().listTransactions({ createdFromMs, ...page }, { priority: 'poll' }),
    ({ key }) => key,
  )
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
  const floor = await liveFloor()
  await floor.spotTouched(order.spot_id)
}
