import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import type { Confirmation, Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import {
  changeOrder,
  describeOrder,
  getOrder,
  orderIdOf,
  type BookedOrder,
} from '#lib/orders/book/order-book.ts'
import {
  conflictOver,
  orderOrNotFound,
  refuseOtherVersion,
} from '#lib/orders/book/present-order.ts'
import { stateOfOrder } from '#lib/orders/book/state.ts'
import { act } from '#lib/orders/intents/carry-out.ts'
import { actorOf, bodyOf, mayStillArrive, type Intent } from '#lib/orders/intents/intents.ts'
import {
  nothingToUndo,
  refusedByWallet,
  type Outcome,
  type Procedure,
  type Steps,
} from '#lib/orders/intents/procedure.ts'
import { requireReason } from '#lib/orders/lowering.ts'
import { reduce, takeBackReductions } from '#lib/orders/reductions.ts'
import { problem, type ProblemError } from '#lib/runtime/problem.ts'
import { isWalletError, readAfterRefusal } from '#lib/wallet/errors.ts'
import type { PaymentPrice } from '#lib/wallet/transaction-calls.ts'
import type { WalletTransaction } from '#lib/wallet/transaction-schemas.ts'
import { followPayment, judge } from './follow-payment.ts'
import { acceptedLess, countAsTaken } from './taken-less.ts'
import { amountOf, fingerprintOf } from './verify.ts'

interface Confirming extends Confirmation {
  orderId: string
  version: number
  actor: Actor
  may: (permission: Permission) => boolean
  /** The rule that confirms instead of a person, as the trail keeps it, and whether it still applies. */
  rule?: { detail: object; applies: (trx: Transaction<Schema>) => Promise<boolean> }
}

/** What was decided, as the act keeps it. */
const Decision = z.object({
  acceptsDifferences: z.optional(z.boolean()),
  judged: z.optional(z.string()),
  amountMinor: z.optional(z.int()),
  reason: z.optional(z.string()),
})
type Decision = z.infer<typeof Decision>

/** Takes a reserved payment as it was judged: one that equals what was sent, or what a manager has decided on (law 1). */
export async function confirmPayment({
  orderId,
  version,
  actor,
  may,
  rule,
  ...confirmation
}: Confirming): Promise<Order> {
  const { acceptsDifferences = false, judged, amountMinor, reason } = confirmation
  if (acceptsDifferences && !may('confirm_unequal_payment')) throw problem('forbidden')
  if (amountMinor !== undefined) {
    if (!may('confirm_less')) throw problem('forbidden')
    requireReason(may, reason)
  }
  const db = await database()
  const { spot_id: spotId } = await orderOrNotFound(db, orderId)
  const body = { version, acceptsDifferences, judged, amountMinor, reason }
  const asked = { id: randomUUID(), act: 'confirm', spotId, orderId, body, actor } as const
  await act(asked, { confirm: confirming }, async (trx) => {
    const order = await orderOrNotFound(trx, orderId)
    await refuseOtherVersion(trx, order, version)
    if (hasNothingToConfirm(order)) {
      throw await conflictOver(trx, orderId, 'There is no payment to confirm on this order.')
    }
    if (rule && !(await rule.applies(trx))) {
      throw await conflictOver(trx, orderId, 'This payment is for a person to decide.')
    }
    const reductions = acceptedLess(order, confirmation, may)
    if (reductions.length > 0) requireReason(may, reason)
    const visitId = order.visit_id
    await reduce(trx, { orderId, visitId, intentId: asked.id, reductions, reason, actor, may })
    return { orderId, detail: { totalMinor: order.total_minor, ...confirmation, ...rule?.detail } }
  })
  return describeOrder(db, orderId)
}

export function hasNothingToConfirm(order: BookedOrder): boolean {
  return order.status === 'closed' || order.status === 'confirmed' || order.transaction_key === null
}

/**
 * Reads the transaction, judges it, and confirms exactly what was judged; only the answer `confirmed` means paid (law
 * 1). The prices that were judged go with the confirmation: should the payment change in between, the wallet refuses, or
 * takes no more than them.
 */
const confirmSteps: Steps = async (db, intent): Promise<Outcome> => {
  const order = await getOrder(db, orderIdOf(intent))
  const key = order.transaction_key ?? ''
  const read = await wallet().getTransaction(key)
  if (read.status === 'confirmed') return received(intent, order, read)
  await followPayment(db, order.id, read)
  const decision = bodyOf(intent, Decision)
  const refusal = await refusalOf(db, order, read, decision)
  if (refusal) return { finish: nothingToUndo, problem: refusal }

  try {
    const confirmed = await wallet().confirmTransaction(key, pricesOf(read, decision))
    if (confirmed.status === 'confirmed') return received(intent, order, confirmed)
    await followPayment(db, order.id, confirmed)
    return notConfirmed('The wallet did not confirm the payment.')
  } catch (error) {
    if (!isWalletError(error) || error.code !== 'refused') throw error
    const present = await readAfterRefusal(error, () => wallet().getTransaction(key))
    if (present.status === 'confirmed') return received(intent, order, present)
    // No refusal of this delivery tells that the money is not taken while an earlier one may still take it.
    if (present.status === 'reserved' && mayStillArrive(intent)) throw error
    await followPayment(db, order.id, present)
    const isSame = present.status === 'reserved' && fingerprintOf(present) === fingerprintOf(read)
    return isSame
      ? { finish: nothingToUndo, problem: refusedByWallet(error) }
      : notConfirmed('The payment changed in that very moment. Nothing was confirmed.')
  }
}

export const confirming: Procedure = { steps: confirmSteps, undo: nothingToUndo }

/** Why a payment is not confirmed as it is now, or undefined where it is what was decided on. */
async function refusalOf(
  db: Database,
  order: BookedOrder,
  read: WalletTransaction,
  { acceptsDifferences, judged, amountMinor }: Decision,
): Promise<ProblemError | undefined> {
  if (read.status !== 'reserved') return conflict('The payment is not held any more.')
  if (judged !== undefined && judged !== fingerprintOf(read)) {
    return conflict('The payment is not the one that was judged. Nothing was confirmed.')
  }
  const { differences } = await judge(db, order, read)
  // Whoever names an amount has decided about the amount, and about nothing else.
  const left = differences.filter(({ what }) => amountMinor === undefined || what !== 'amount')
  if (left.length > 0 && acceptsDifferences !== true) {
    return conflict('The payment is not what the guest was asked for.')
  }
  if (amountMinor === undefined) return undefined
  const held = read.payments.length === 1 ? amountOf(read) : undefined
  if (held && amountMinor < held.amountMinor) return undefined
  return problem('invalid', {
    detail: 'Less than the payment can be confirmed only of one payment whose amount is clear.',
  })
}

/** What was taken is what the wallet answers; where it does not say it clearly, what it was asked for. */
function received(intent: Intent, order: BookedOrder, confirmed: WalletTransaction): Outcome {
  const decision = bodyOf(intent, Decision)
  const taken = amountOf(confirmed)
  const takenMinor = taken?.amountMinor ?? decision.amountMinor
  return {
    finish: async (trx) => {
      await changeOrder(trx, order.id, {
        ...stateOfOrder('confirmed'),
        verdict: null,
        settled_with: null,
        notice: null,
        taken_minor: takenMinor ?? order.held_minor,
        decided_by: actorOf(intent).name,
      })
      // Somebody else has confirmed it in between, at another amount.
      if (decision.amountMinor !== undefined && takenMinor !== decision.amountMinor) {
        await takeBackReductions(trx, intent.id)
      }
      if (decision.amountMinor === undefined && decision.acceptsDifferences && taken) {
        const { reason } = decision
        await countAsTaken(trx, { intent, order, taken, reason })
      }
    },
  }
}

function notConfirmed(detail: string): Outcome {
  return { finish: nothingToUndo, problem: conflict(detail) }
}

function conflict(detail: string): ProblemError {
  return problem('conflict', { detail })
}

/** An unclear price cannot be named, and only a manager takes such a payment. */
function pricesOf(
  { payments }: WalletTransaction,
  { amountMinor }: Decision,
): PaymentPrice[] | undefined {
  const prices = payments.flatMap(({ id, priceMinor, currency }) =>
    priceMinor === undefined || currency === undefined
      ? []
      : [{ paymentId: id, priceMinor: amountMinor ?? priceMinor, currency }],
  )
  return prices.length === 0 ? undefined : prices
}
