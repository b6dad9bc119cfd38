import 'server-only'
import { randomUUID } from 'node:crypto'
import { spotboard } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import { mayActByItself } from '#lib/runtime/by-itself.ts'
import { now } from '#lib/runtime/clock.ts'
import { act } from './intents/carry-out.ts'
import { LATE_MS } from './intents/intents.ts'
import { deleting } from './delete-order.ts'
import { orderOrNotFound } from './book/present-order.ts'

/** So soon after a spot was seen closed it is asked what became of its orders. */
const ASKED_WITHIN_MS = 120_000

/**
 * A close names no session, so one whose answer was lost may be applied when the next guests sit there already, and
 * ends their orders with it. Such orders are closed in the book as ended by the wallet: their transactions are ended
 * too, so that nothing is payable that no guest sees (law 4), and they can be offered again.
 */
export async function endAfterLateClose(db: Database): Promise<void> {
  if (!mayActByItself()) return
  for (const { id, spot_id: spotId, wallet_order_id: walletOrderId } of await suspects(db)) {
    if (walletOrderId === null) continue
    const { status } = await wallet().getOrder(walletOrderId, { priority: 'poll' })
    if (status !== 'closed') continue
    const body = { closing: 'ended_by_wallet' }
    const asked = { id: randomUUID(), act: 'delete', spotId, orderId: id, body } as const
    await act({ ...asked, actor: spotboard }, { delete: deleting }, async (trx) => {
      const { total_minor: totalMinor } = await orderOrNotFound(trx, id)
      return { orderId: id, detail: { totalMinor, because: 'late close' } }
    })
  }
}

/** Unpaid orders of spots that have just closed under them, younger than a close of which the answer was lost. */
async function suspects(db: Database) {
  return db
    .selectFrom('orders')
    .innerJoin('spots', 'spots.id', 'orders.spot_id')
    .select(['orders.id', 'orders.spot_id', 'orders.wallet_order_id'])
    .where('orders.status', '=', 'pending')
    .where('spots.since', '>', now() - ASKED_WITHIN_MS)
    .where((is) =>
      is.or([
        is('spots.visit_id', 'is', null),
        is('spots.visit_id', '!=', is.ref('orders.visit_id')),
      ]),
    )
    .where((is) =>
      is.exists(
        is
          .selectFrom('intents')
          .select('intents.id')
          .whereRef('intents.spot_id', '=', 'orders.spot_id')
          .whereRef('intents.created_at', '<', 'orders.created_at')
          .where('intents.act', '=', 'close')
          .where('intents.was_unknown', '=', 1)
          .where('intents.created_at', '>', now() - LATE_MS),
      ),
    )
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('intents as at_work')
            .select('at_work.id')
            .whereRef('at_work.order_id', '=', 'orders.id')
            .where('at_work.state', 'in', ['running', 'queued']),
        ),
      ),
    )
    .execute()
}
