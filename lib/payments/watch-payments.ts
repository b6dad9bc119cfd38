import 'server-only'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import { allPages } from '#lib/floor/all-pages.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { endAfterLateClose } from '#lib/orders/end-after-late-close.ts'
import { lastAsk } from '#lib/orders/book/last-ask.ts'
import { earliestByWallet } from '#lib/orders/book/transactions.ts'
import { now } from '#lib/runtime/clock.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'
import { followTransactions } from './follow-transactions.ts'

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
      await followTransactions(db, transactions)
      await endAfterLateClose(db)
    },
  })
}

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

function transactionsSince(createdFromMs: number): Promise<WalletTransaction[]> {
  return allPages(
    (page) => wallet().listTransactions({ createdFromMs, ...page }, { priority: 'poll' }),
    ({ key }) => key,
  )
}
