import 'server-only'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import { allPages } from '#lib/floor/all-pages.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { inTurnAtSpot } from '#lib/orders/turn.ts'
import { now } from '#lib/runtime/clock.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'
import { followPayment } from './follow-payment.ts'

const WATCHED_MS = { soonAfterAsking: 8000, later: 20_000 }
const UNWATCHED_MS = 40_000
/** Most guests pay within minutes of being asked. */
const SOON_MS = 300_000
/** What a transaction can have become since it was put before a guest. */
const DECIDED = ['reserved', 'confirmed', 'rejected', 'revoked', 'failed', 'deleted'] as const
/** The wallet filters by its own clock; where that is not known, ours may be this far off. */
const CLOCK_LEEWAY_MS = 600_000

/** Follows the transactions of all unsettled orders with one list, however many there are. */
export function watchPayments(): void {
  let lastAskedAt = 0
  floorWatch().add({
    name: 'payments',
    intervalMs: (isWatched) => {
      if (!isWatched) return UNWATCHED_MS
      return now() - lastAskedAt < SOON_MS ? WATCHED_MS.soonAfterAsking : WATCHED_MS.later
    },
    read: async () => {
      const db = await database()
      const orders = await payableOrders(db)
      const [first] = orders
      if (!first) return 'nothing_to_ask'
      lastAskedAt = Math.max(...orders.map((order) => order.created_at))
      for (const transaction of await decidedSince(earliest(orders))) {
        const order = orders.find((candidate) => candidate.transaction_key === transaction.key)
        if (order) await follow(db, order, transaction)
      }
      return 'asked'
    },
  })
}

type PayableOrder = Awaited<ReturnType<typeof payableOrders>>[number]

/** Orders that a guest can pay or has reserved. While an act is at work on one, the act itself finds out. */
async function payableOrders(db: Database) {
  return db
    .selectFrom('orders')
    .innerJoin('order_transactions', 'order_transactions.transaction_key', 'orders.transaction_key')
    .leftJoin('intents', (join) =>
      join.onRef('intents.order_id', '=', 'orders.id').on('intents.state', '=', 'running'),
    )
    .select([
      'orders.id',
      'orders.spot_id',
      'order_transactions.transaction_key',
      'order_transactions.created_at',
      'order_transactions.wallet_created_at',
    ])
    .where('orders.status', 'in', ['pending', 'reserved'])
    .where('intents.id', 'is', null)
    .execute()
}

function earliest(orders: readonly PayableOrder[]): number {
  return Math.min(
    ...orders.map((order) => order.wallet_created_at ?? order.created_at - CLOCK_LEEWAY_MS),
  )
}

function decidedSince(createdFromMs: number): Promise<WalletTransaction[]> {
  return allPages((page) =>
    wallet().listTransactions({ statuses: DECIDED, createdFromMs, ...page }, { priority: 'poll' }),
  )
}

async function follow(
  db: Database,
  order: PayableOrder,
  transaction: WalletTransaction,
): Promise<void> {
  const hasChanged = await inTurnAtSpot(order.spot_id, () =>
    followPayment(db, order.id, transaction),
  )
  if (!hasChanged) return
  const floor = await liveFloor()
  await floor.spotTouched(order.spot_id)
}
