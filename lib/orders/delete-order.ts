import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import { CANCEL_AFTER_MS, closings, type Order, type OrderNotice } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Schema } from '#lib/database/schema.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { readPayment } from '#lib/payments/follow-payment.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { isWalletError, readAfterRefusal } from '#lib/wallet/errors.ts'
import { act } from './intents/carry-out.ts'
import { adoptPaid, endOffers } from './end-offers.ts'
import { canBeCalledOff, carryThrough, giveUpSending } from './give-up-sending.ts'
import { bodyOf, isUnattended } from './intents/intents.ts'
import { requireReason } from './lowering.ts'
import { reduce } from './reductions.ts'
import { changeOrder, describeOrder, getOrder, orderIdOf } from './book/order-book.ts'
import { conflictOver, orderOrNotFound, refuseOtherVersion } from './book/present-order.ts'
import {
  markChanged,
  nothingToUndo,
  refusedByWallet,
  type Outcome,
  type Procedure,
  type Steps,
} from './intents/procedure.ts'
import { endedAs } from './book/state.ts'

interface Deletion {
  orderId: string
  version: number
  reason: string | undefined
  /** Guests who are gone have left it unpaid: there is nothing to think about any more, so it goes at once. */
  isWrittenOff?: boolean
  actor: Actor
  may: (permission: Permission) => boolean
}

/** What a deletion is asked with; `closing` is how the order ends, if not as deleted. */
const DeleteBody = z.object({ closing: z.optional(z.enum(closings)) })

/**
 * Takes an unpaid order back from the guest, after a while in which that can be undone. One whose sending is not
 * certain after a minute is called off at once. A reserved one is locked: decline it instead.
 */
export async function deleteOrder({
  orderId,
  version,
  reason,
  isWrittenOff = false,
  actor,
  may,
}: Deletion): Promise<Order> {
  const db = await database()
  const present = await orderOrNotFound(db, orderId)
  const { spot_id: spotId } = present
  const { undoSeconds } = await readSettings(db)
  const isCancelling = canBeCalledOff(present)
  const closing = isCancelling ? 'cancelled' : isWrittenOff ? 'written_off' : undefined
  const asked = {
    id: randomUUID(),
    act: 'delete',
    spotId,
    orderId,
    body: { version, reason, closing },
    actor,
    ...(closing || undoSeconds === 0 ? {} : { notBefore: now() + undoSeconds * 1000 }),
  } as const
  await act(asked, { delete: deleting }, async (trx) => {
    const order = await orderOrNotFound(trx, orderId)
    await refuseOtherVersion(trx, order, version)
    if (isCancelling && canBeCalledOff(order)) {
      await giveUpSending(trx, order, { atLeastMs: CANCEL_AFTER_MS, because: 'cancelled' })
    } else {
      await refuseUnlessPending(trx, order)
      requireReason(may, reason)
      await reduce(trx, {
        orderId,
        visitId: order.visit_id,
        intentId: asked.id,
        reductions: [
          { kind: isWrittenOff ? 'write_off' : 'deleted', amountMinor: order.total_minor },
        ],
        reason,
        actor,
        may,
      })
    }
    return { orderId, detail: { totalMinor: order.total_minor, reason: reason ?? null } }
  })
  return describeOrder(db, orderId)
}

export async function refuseUnlessPending(
  trx: Parameters<typeof conflictOver>[0],
  { id, status }: { id: string; status: string },
): Promise<void> {
  if (status === 'pending') return
  throw await conflictOver(
    trx,
    id,
    status === 'reserved'
      ? 'The guest is paying this order: decline the payment instead.'
      : 'Only an order that waits for payment can be deleted, divided, joined or moved.',
  )
}

/** Delete the order, then revoke: while the guest pays, the wallet refuses the deletion and the money is safe. */
const deleteSteps: Steps = async (db, intent): Promise<Outcome> => {
  const order = await getOrder(db, orderIdOf(intent))
  /** Nothing changes but what the order itself has to say, where nobody waits for the answer. */
  const stays = (notice: OrderNotice) => async (trx: Transaction<Schema>) => {
    if (isUnattended(intent)) await changeOrder(trx, order.id, { notice })
  }
  const tooLateProblem = problem('conflict', {
    detail: 'The guest was quicker, so the order stays.',
  })
  const tooLate: Outcome = { finish: stays('deletion_dropped'), problem: tooLateProblem }
  const { wallet_order_id: walletOrderId } = order
  if (walletOrderId === null) {
    const adopt = await adoptPaid(db, order)
    if (adopt) {
      const finish: Outcome['finish'] = async (trx) => {
        await adopt(trx)
        await tooLate.finish(trx)
      }
      return { ...tooLate, finish }
    }
  } else {
    try {
      await wallet().deleteOrder(walletOrderId)
    } catch (error) {
      if (!isWalletError(error) || error.code !== 'refused') throw error
      const payment = await readAfterRefusal(error, () => readPayment(db, order))
      if (payment === 'reserved' || payment === 'confirmed') return tooLate
      // While an earlier delivery may still be applied, no refusal of this one settles anything; the end of the key does.
      const isGone =
        error.status === 404 || error.walletCode === 'invalid_state' || intent.was_unknown === 1
      if (!isGone) return { finish: stays('deletion_refused'), problem: refusedByWallet(error) }
    }
  }
  await markChanged(db, intent)
  const { isConfirmed, isPaidBack } = await endOffers(db, intent, order)
  const { closing = 'deleted' } = bodyOf(intent, DeleteBody)
  return {
    finish: (trx) =>
      changeOrder(trx, order.id, {
        ...endedAs(isConfirmed, closing),
        ...(isPaidBack ? { notice: 'paid_back' } : {}),
      }),
    // What was to follow, such as asking another table, must not when this one has paid.
    ...(isConfirmed && { problem: tooLateProblem }),
  }
}

export const deleting: Procedure = {
  steps: deleteSteps,
  undo: nothingToUndo,
  start: async (trx, intent) => {
    if (bodyOf(intent, DeleteBody).closing === 'cancelled') await carryThrough(trx, intent)
  },
}
