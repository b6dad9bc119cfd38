import 'server-only'
import type { Transaction } from 'kysely'
import type { Confirmation } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import type { Reduction } from '#contract/reduction.ts'
import type { Schema } from '#lib/database/schema.ts'
import type { BookedOrder } from '#lib/orders/book/order-book.ts'
import { actorOf, type Intent } from '#lib/orders/intents/intents.ts'
import { reduce, takeBackReductions } from '#lib/orders/reductions.ts'
import { problem } from '#lib/runtime/problem.ts'
import type { Held } from './verify.ts'

/**
 * What somebody decides to take less than was asked for, as far as the book knows the payment (law 10). Whoever is bound
 * by the house's limit cannot accept a payment that the book does not know, since it could be any amount below it:
 * throws `conflict`.
 */
export function acceptedLess(
  order: BookedOrder,
  { acceptsDifferences, judged, amountMinor }: Confirmation,
  may: (permission: Permission) => boolean,
): Reduction[] {
  if (acceptsDifferences && !may('reduce_above_limit') && judged !== order.judged) {
    throw problem('conflict', {
      detail: 'Only the payment that stands on the screens can be accepted as it is.',
    })
  }
  const takenMinor = amountMinor ?? (acceptsDifferences ? order.held_minor : null)
  if (takenMinor === null) return []
  return loweredTo(order, { amountMinor: takenMinor, currency: order.held_currency })
}

/** A payment that was accepted as it is counts as what it came to, which the book may not have known before. */
export async function countAsTaken(
  trx: Transaction<Schema>,
  taking: { intent: Intent; order: BookedOrder; taken: Held; reason: string | undefined },
): Promise<void> {
  const { intent, order, taken, reason } = taking
  await takeBackReductions(trx, intent.id)
  await reduce(trx, {
    orderId: order.id,
    visitId: order.visit_id,
    intentId: intent.id,
    reductions: loweredTo(order, taken),
    reason,
    actor: actorOf(intent),
    // The limit was kept when it was decided; now the money is taken.
    may: () => true,
  })
}

/** What is taken less than was asked for; of a payment in another currency that cannot be said. */
function loweredTo(
  { total_minor: totalMinor, currency: askedIn }: BookedOrder,
  { amountMinor, currency }: { amountMinor: number; currency: string | null },
): Reduction[] {
  const loweredMinor = totalMinor - amountMinor
  if (loweredMinor <= 0 || (currency ?? askedIn) !== askedIn) return []
  return [{ kind: 'lowered', amountMinor: loweredMinor }]
}
