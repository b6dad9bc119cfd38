import 'server-only'
import type { Verdict } from '#contract/order.ts'
import { recordAct, spotboard } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { changeOrder, getOrder, type BookedOrder } from '#lib/orders/book/order-book.ts'
import { stateOfOrder } from '#lib/orders/book/state.ts'
import { changeOffer, findTransaction } from '#lib/orders/book/transactions.ts'
import type { CallOptions } from '#lib/wallet/call.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'
import { confirmedFigure } from './confirmed-figure.ts'
import { verify } from './verify.ts'

/** The verdict on a transaction, compared with what was last sent for its order. */
export async function judge(
  db: Database,
  order: BookedOrder,
  transaction: WalletTransaction,
): Promise<Verdict> {
  const sent = await db
    .selectFrom('order_transactions')
    .selectAll()
    .where('order_id', '=', order.id)
    .where('transaction_key', '=', order.transaction_key)
    .executeTakeFirstOrThrow()
  const floor = await liveFloor()
  return verify(
    {
      transactionKey: order.transaction_key ?? '',
      amountMinor: sent.amount_minor,
      currency: sent.currency,
      locationId: floor.spot(order.spot_id)?.locationId ?? null,
    },
    transaction,
  )
}

/** Reads an order's transaction and takes over what it says; answers its status, or undefined where there is none. */
export async function readPayment(
  db: Database,
  order: BookedOrder,
  options?: CallOptions,
): Promise<string | undefined> {
  if (order.transaction_key === null) return undefined
  const transaction = await findTransaction(order.transaction_key, options)
  if (!transaction) return undefined
  await followPayment(db, order.id, transaction)
  return transaction.status
}

/**
 * Takes over what became of an order's transaction: reserved, confirmed, refused, expired or released. A late reading
 * never undoes what is final. Answers whether the order changed.
 */
export async function followPayment(
  db: Database,
  orderId: string,
  transaction: WalletTransaction,
): Promise<boolean> {
  const order = await getOrder(db, orderId)
  const isFinal = order.status === 'closed' || order.status === 'confirmed'
  if (isFinal || order.transaction_key !== transaction.key) return false
  const state = stateOfOrder(transaction.status)
  const verdict =
    state.status === 'reserved' ? JSON.stringify(await judge(db, order, transaction)) : null
  if (state.status === order.status && verdict === order.verdict) return false

  const { reserved_at = null, ...rest } = state
  await db.transaction().execute(async (trx) => {
    await changeOrder(trx, order.id, {
      ...rest,
      ...(state.status === 'confirmed' ? confirmedFigure(transaction) : {}),
      verdict,
      reserved_at: order.reserved_at ?? reserved_at,
    })
    await changeOfferOf(trx, transaction)
    await recordAct(trx, {
      actor: spotboard,
      act: 'payment.follow',
      subject: `order ${order.id}`,
      outcome: 'done',
      detail: { from: order.status, to: state.status, transaction: transaction.status },
    })
  })
  return true
}

async function changeOfferOf(
  trx: Parameters<typeof changeOffer>[0],
  transaction: WalletTransaction,
): Promise<void> {
  const offer = await trx
    .selectFrom('order_transactions')
    .select('reference')
    .where('transaction_key', '=', transaction.key)
    .executeTakeFirstOrThrow()
  await changeOffer(trx, offer.reference, { status: transaction.status })
}
