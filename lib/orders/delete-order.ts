import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { readPayment } from '#lib/payments/follow-payment.ts'
import { problem } from '#lib/runtime/problem.ts'
import { isWalletError, readAfterRefusal } from '#lib/wallet/errors.ts'
import {
  act,
  markChanged,
  nothingToUndo,
  refusedByWallet,
  type Outcome,
  type Procedure,
  type Steps,
} from './carry-out.ts'
import { endOffers } from './end-offers.ts'
import { requireReason } from './lowering.ts'
import { changeOrder, describeOrder, getOrder, orderIdOf } from './order-book.ts'
import { conflictOver, orderOrNotFound, refuseOtherVersion } from './present-order.ts'
import { endedAs } from './state.ts'

interface Deletion {
  orderId: string
  version: number
  reason: string | undefined
  actor: Actor
  may: (permission: Permission) => boolean
}

/** Takes an unpaid order back from the guest. A reserved one is locked: decline it instead. */
export async function deleteOrder({
  orderId,
  version,
  reason,
  actor,
  may,
}: Deletion): Promise<Order> {
  const db = await database()
  const { spot_id: spotId } = await orderOrNotFound(db, orderId)
  const body = { version, reason }
  const asked = { id: randomUUID(), act: 'delete', spotId, orderId, body, actor } as const
  await act(asked, deleting, async (trx) => {
    const order = await orderOrNotFound(trx, orderId)
    await refuseOtherVersion(trx, order, version)
    if (order.status !== 'pending') {
      throw await conflictOver(
        trx,
        orderId,
        order.status === 'reserved'
          ? 'The guest is paying this order: decline the payment instead.'
          : 'Only an order that waits for payment can be deleted.',
      )
    }
    requireReason(may, reason)
    return { orderId, detail: { totalMinor: order.total_minor, reason: reason ?? null } }
  })
  return describeOrder(db, orderId)
}

/** Delete the order, then revoke: while the guest pays, the wallet refuses the deletion and the money is safe. */
const deleteSteps: Steps = async (db, intent): Promise<Outcome> => {
  const order = await getOrder(db, orderIdOf(intent))
  if (order.wallet_order_id !== null) {
    try {
      await wallet().deleteOrder(order.wallet_order_id)
    } catch (error) {
      if (!isWalletError(error) || error.code !== 'refused') throw error
      const payment = await readAfterRefusal(error, () => readPayment(db, order))
      if (payment === 'reserved' || payment === 'confirmed') {
        return {
          finish: nothingToUndo,
          problem: problem('conflict', { detail: 'The guest was quicker, so the order stays.' }),
        }
      }
      const isGone = error.status === 404 || error.walletCode === 'invalid_state'
      if (!isGone) return { finish: nothingToUndo, problem: refusedByWallet(error) }
    }
  }
  await markChanged(db, intent)
  const ended = await endOffers(db, intent, order)
  return { finish: (trx) => changeOrder(trx, order.id, endedAs(ended, 'deleted')) }
}

export const deleting: Procedure = { steps: deleteSteps, undo: nothingToUndo }
