import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Permission } from '#contract/permission.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Schema } from '#lib/database/schema.ts'
import { bookOrder } from './book/book-order.ts'
import { changeOrder, getOrder, parseLines, partOf, type BookedOrder } from './book/order-book.ts'
import { conflictOver, refuseOtherVersion } from './book/present-order.ts'
import { closedAs } from './book/state.ts'
import { act } from './intents/carry-out.ts'
import { inTurnAtSpot } from './intents/turn.ts'
import { requireReason } from './lowering.ts'
import { reduce } from './reductions.ts'
import { submitting } from './submit-order.ts'

interface Ending {
  order: BookedOrder
  actor: Actor
}

/**
 * Asks the guests of another spot for an order that the wallet has withdrawn, as a new one that comes from it. Where the
 * wallet refuses that, the order is left as it was and this throws why.
 */
export async function moveWithdrawn({
  order: { id: orderId, version },
  spotId,
  actor,
}: Ending & { spotId: number }): Promise<void> {
  const db = await database()
  const movedId = randomUUID()
  const asked = {
    id: randomUUID(),
    act: 'submit',
    spotId,
    orderId: null,
    body: { from: orderId },
    actor,
  } as const
  try {
    await act(asked, { submit: submitting }, async (trx) => {
      const order = await takeWithdrawn(trx, orderId, version, 'moved')
      const part = partOf(order)
      await bookOrder(trx, {
        orderId: movedId,
        spotId,
        draft: {
          lines: parseLines(order.lines),
          currency: order.currency,
          discountMinor: order.discount_minor,
          ...(order.note === null ? {} : { note: order.note }),
        },
        actor,
        from: orderId,
        ...(part && { part }),
      })
      return { orderId: movedId, detail: { totalMinor: order.total_minor, from: orderId } }
    })
  } catch (error) {
    await db.transaction().execute(async (trx) => {
      const { closed_as: closing } = await getOrder(trx, movedId).catch(() => ({ closed_as: null }))
      if (closing === null) return
      await changeOrder(trx, movedId, closedAs('moved_back'))
      await changeOrder(trx, orderId, closedAs('ended_by_wallet'))
    })
    throw error
  }
}

/** Lets go of an order that the wallet has withdrawn: there is nothing left to revoke, but it was asked (law 10). */
export async function writeOffWithdrawn({
  order: { id: orderId, spot_id: spotId, version },
  reason,
  actor,
  may,
}: Ending & { reason: string; may: (permission: Permission) => boolean }): Promise<void> {
  requireReason(may, reason)
  const db = await database()
  await inTurnAtSpot(spotId, () =>
    db.transaction().execute(async (trx) => {
      const order = await takeWithdrawn(trx, orderId, version, 'written_off')
      const { visit_id: visitId, total_minor: totalMinor } = order
      const reductions = [{ kind: 'write_off', amountMinor: totalMinor }] as const
      await reduce(trx, { orderId, visitId, intentId: null, reductions, reason, actor, may })
      await recordAct(trx, {
        actor,
        act: 'order.write_off',
        subject: `order ${orderId}`,
        outcome: 'done',
        detail: { totalMinor, reason },
      })
    }),
  )
}

/** Throws `conflict` unless it is still withdrawn, whoever decides about it in the same moment. */
async function takeWithdrawn(
  trx: Transaction<Schema>,
  orderId: string,
  version: number,
  closing: 'moved' | 'written_off',
): Promise<BookedOrder> {
  const order = await getOrder(trx, orderId)
  await refuseOtherVersion(trx, order, version)
  const { numUpdatedRows } = await trx
    .updateTable('orders')
    .set({ closed_as: closing })
    .where('id', '=', orderId)
    .where('status', '=', 'closed')
    .where('closed_as', '=', 'ended_by_wallet')
    .executeTakeFirst()
  if (numUpdatedRows !== 1n || order.work_act !== null) {
    throw await conflictOver(trx, orderId, 'This order was asked again or let go meanwhile.')
  }
  return order
}
