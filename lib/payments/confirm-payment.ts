import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { act } from '#lib/orders/intents/carry-out.ts'
import { actorOf } from '#lib/orders/intents/intents.ts'
import { changeOrder, describeOrder, getOrder, orderIdOf } from '#lib/orders/book/order-book.ts'
import {
  conflictOver,
  orderOrNotFound,
  refuseOtherVersion,
} from '#lib/orders/book/present-order.ts'
import {
  nothingToUndo,
  refusedByWallet,
  type Outcome,
  type Procedure,
  type Steps,
} from '#lib/orders/intents/procedure.ts'
import { problem } from '#lib/runtime/problem.ts'
import { isWalletError, readAfterRefusal } from '#lib/wallet/errors.ts'
import type { PaymentPrice } from '#lib/wallet/transaction-calls.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'
import { confirmedFigure } from './confirmed-figure.ts'
import { followPayment, judge } from './follow-payment.ts'

interface Confirmation {
  orderId: string
  version: number
  /** A manager has seen the differences and takes the payment as it is. */
  acceptsDifferences: boolean
  actor: Actor
  may: (permission: Permission) => boolean
}

/** Takes a reserved payment that equals what was sent (law 1). */
export async function confirmPayment({
  orderId,
  version,
  acceptsDifferences,
  actor,
  may,
}: Confirmation): Promise<Order> {
  if (acceptsDifferences && !may('confirm_unequal_payment')) throw problem('forbidden')
  const db = await database()
  const { spot_id: spotId } = await orderOrNotFound(db, orderId)
  const body = { version, acceptsDifferences }
  const asked = { id: randomUUID(), act: 'confirm', spotId, orderId, body, actor } as const
  await act(asked, { confirm: confirming }, async (trx) => {
    const order = await orderOrNotFound(trx, orderId)
    await refuseOtherVersion(trx, order, version)
    if (
      order.status === 'closed' ||
      order.status === 'confirmed' ||
      order.transaction_key === null
    ) {
      throw await conflictOver(trx, orderId, 'There is no payment to confirm on this order.')
    }
    return { orderId, detail: { totalMinor: order.total_minor } }
  })
  return describeOrder(db, orderId)
}

/** Reads the transaction, judges it, and confirms what was judged; only the answer `confirmed` means paid (law 1). */
const confirmSteps: Steps = async (db, intent): Promise<Outcome> => {
  const order = await getOrder(db, orderIdOf(intent))
  const key = order.transaction_key ?? ''
  const read = await wallet().getTransaction(key)
  const paid = (by: WalletTransaction): Outcome => ({
    finish: (trx) =>
      changeOrder(trx, order.id, {
        status: 'confirmed',
        ...confirmedFigure(by),
        confirmed_by: actorOf(intent).name,
        verdict: null,
        settled_with: null,
        notice: null,
      }),
  })
  if (read.status === 'confirmed') return paid(read)
  await followPayment(db, order.id, read)
  if (read.status !== 'reserved') return notPaid('The payment is not held any more.')

  const verdict = await judge(db, order, read)
  if (!verdict.equal && !acceptsDifferences(intent.body)) {
    return notPaid('The payment is not what the guest was asked for.')
  }
  try {
    const confirmed = await wallet().confirmTransaction(key, { full: pricesOf(read) })
    if (confirmed.status === 'confirmed') return paid(confirmed)
    await followPayment(db, order.id, confirmed)
    return notPaid('The wallet did not confirm the payment.')
  } catch (error) {
    if (!isWalletError(error) || error.code !== 'refused') throw error
    const now = await readAfterRefusal(error, () => wallet().getTransaction(key))
    if (now.status === 'confirmed') return paid(now)
    await followPayment(db, order.id, now)
    return { finish: nothingToUndo, problem: refusedByWallet(error) }
  }
}

function notPaid(detail: string): Outcome {
  return { finish: nothingToUndo, problem: problem('conflict', { detail }) }
}

export const confirming: Procedure = { steps: confirmSteps, undo: nothingToUndo }

function acceptsDifferences(body: string): boolean {
  const kept: unknown = JSON.parse(body)
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'acceptsDifferences' in kept &&
    kept.acceptsDifferences === true
  )
}

function pricesOf(transaction: WalletTransaction): PaymentPrice[] {
  return transaction.payments.flatMap(({ id, priceMinor, currency }) =>
    priceMinor === undefined || currency === undefined
      ? []
      : [{ paymentId: id, priceMinor, currency }],
  )
}
