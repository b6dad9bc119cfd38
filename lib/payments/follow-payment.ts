import 'server-only'
import type { Verdict } from '#contract/order.ts'
import { recordAct, spotboard } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { OrderTable } from '#lib/database/order-tables.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { meaningOf } from '#lib/orders/book/meanings.ts'
import {
  changeOrder,
  getOrder,
  orderStatus,
  type BookedOrder,
} from '#lib/orders/book/order-book.ts'
import { nothingHeld, stateOfOrder } from '#lib/orders/book/state.ts'
import { changeOffer, findTransaction } from '#lib/orders/book/transactions.ts'
import { now } from '#lib/runtime/clock.ts'
import { environment } from '#lib/runtime/environment.ts'
import type { CallOptions } from '#lib/wallet/call.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'
import { tellHeld } from './held-news.ts'
import { amountOf, fingerprintOf, unclearStatus, verify } from './verify.ts'

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
      projectId: environment().walletProjectId ?? null,
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
 * Takes over what became of an order's transaction: reserved, confirmed, refused, expired or ended. A late reading
 * never undoes what is final. Answers whether the order changed.
 */
export async function followPayment(
  db: Database,
  orderId: string,
  transaction: WalletTransaction,
): Promise<boolean> {
  const order = await getOrder(db, orderId)
  if (order.transaction_key !== transaction.key) return false
  const change = await changeBy(db, order, transaction)
  if (!change || !isNews(order, change)) return false

  await db.transaction().execute(async (trx) => {
    await changeOrder(trx, order.id, change)
    await changeOfferOf(trx, transaction)
    await recordAct(trx, {
      actor: spotboard,
      act: 'payment.follow',
      subject: `order ${order.id}`,
      outcome: 'done',
      detail: {
        from: order.status,
        to: change.status ?? order.status,
        transaction: transaction.status,
      },
    })
  })
  if (change.status === 'reserved') tellHeld(order.spot_id)
  return true
}

type Change = Partial<OrderTable>

async function changeBy(
  db: Database,
  order: BookedOrder,
  transaction: WalletTransaction,
): Promise<Change | undefined> {
  const status = orderStatus(order.status)
  switch (meaningOf(status, transaction.status)) {
    case 'stays':
    case 'act_decides':
    case 'leftover':
      return undefined
    case 'unclear': {
      const expected = status === 'reserved' ? 'reserved' : 'new'
      return { verdict: JSON.stringify(unclearStatus(expected, transaction.status)) }
    }
    case 'held':
      return held(db, order, transaction)
    case 'received':
      return {
        ...stateOfOrder(transaction.status),
        verdict: null,
        taken_minor: amountOf(transaction)?.amountMinor ?? null,
      }
    case 'payable':
      return { ...stateOfOrder(transaction.status), ...nothingHeld, verdict: null }
    default:
      return { ...stateOfOrder(transaction.status), verdict: null }
  }
}

async function held(
  db: Database,
  order: BookedOrder,
  transaction: WalletTransaction,
): Promise<Change> {
  const amount = amountOf(transaction)
  const { forSeconds, untilMs } = transaction.reserve ?? {}
  const reservedAt = order.reserved_at ?? now()
  const holdsForMs = forSeconds === undefined ? undefined : forSeconds * 1000
  return {
    ...stateOfOrder('reserved'),
    reserved_at: reservedAt,
    verdict: JSON.stringify(await judge(db, order, transaction)),
    judged: fingerprintOf(transaction),
    held_minor: amount?.amountMinor ?? null,
    held_currency: amount?.currency ?? null,
    held_until: untilMs ?? (holdsForMs === undefined ? null : reservedAt + holdsForMs),
  }
}

/** Times alone are no news: they are those of the first reading that said the same. */
function isNews(order: BookedOrder, { status, verdict, judged }: Change): boolean {
  return (
    (status !== undefined && status !== order.status) ||
    verdict !== order.verdict ||
    (judged !== undefined && judged !== order.judged)
  )
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
