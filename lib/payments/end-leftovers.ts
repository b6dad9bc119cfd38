import 'server-only'
import { recordAct, spotboard } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { endedStatuses, referenceOf, revoke } from '#lib/orders/book/transactions.ts'
import { inTurnAtSpot } from '#lib/orders/intents/turn.ts'
import { meaningOf } from '#lib/orders/book/meanings.ts'
import { orderStatus } from '#lib/orders/book/order-book.ts'
import { mayActByItself } from '#lib/runtime/by-itself.ts'
import { log } from '#lib/runtime/log.ts'
import { isWalletError } from '#lib/wallet/errors.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'

/**
 * Ends transactions that carry our reference but that no order carries: a creation that was delivered twice, or
 * applied after we had given it up (law 4). While an act is at work on the order, the act itself decides.
 */
export async function endLeftovers(
  db: Database,
  transactions: readonly WalletTransaction[],
): Promise<void> {
  if (!mayActByItself()) return
  for (const transaction of transactions) {
    if (endedStatuses.includes(transaction.status)) continue
    const owner = await ownerOf(db, transaction)
    if (!owner) continue
    await inTurnAtSpot(owner.spot_id, async () => {
      const present = await ownerOf(db, transaction)
      if (present && isLeftover(present, transaction)) await end(db, present.id, transaction)
    })
  }
}

type Owner = NonNullable<Awaited<ReturnType<typeof ownerOf>>>

async function ownerOf(db: Database, transaction: WalletTransaction) {
  const reference = referenceOf(transaction)
  if (reference === undefined) return undefined
  return db
    .selectFrom('order_transactions')
    .innerJoin('orders', 'orders.id', 'order_transactions.order_id')
    .leftJoin('intents', (join) =>
      join.onRef('intents.order_id', '=', 'orders.id').on('intents.state', '=', 'running'),
    )
    .select([
      'orders.id',
      'orders.spot_id',
      'orders.status',
      'orders.transaction_key',
      'intents.act',
    ])
    .where('order_transactions.reference', '=', reference)
    .executeTakeFirst()
}

function isLeftover(owner: Owner, transaction: WalletTransaction): boolean {
  if (owner.act !== null) return false
  return (
    owner.transaction_key !== transaction.key ||
    meaningOf(orderStatus(owner.status), transaction.status) === 'leftover'
  )
}

/** What the wallet does not let go of, in a state that nobody knows say, must not end the reading of all others. */
async function revokeIfAllowed({ key, status }: WalletTransaction): Promise<string | undefined> {
  try {
    return await revoke(key, { priority: 'poll' })
  } catch (err) {
    if (!isWalletError(err) || err.code !== 'refused') throw err
    log().warn({ err, status }, 'a transaction that no order carries could not be ended')
    return undefined
  }
}

async function end(db: Database, orderId: string, transaction: WalletTransaction): Promise<void> {
  const status = await revokeIfAllowed(transaction)
  if (status === undefined) return
  log().warn({ order: orderId, status }, 'a transaction that no order carries was ended')
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('order_transactions')
      .set({ status })
      .where('transaction_key', '=', transaction.key)
      .execute()
    await recordAct(trx, {
      actor: spotboard,
      act: 'payment.end_leftover',
      subject: `order ${orderId}`,
      outcome: 'done',
      detail: { from: transaction.status, to: status },
    })
  })
}
