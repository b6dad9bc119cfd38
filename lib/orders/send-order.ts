import 'server-only'
import type { Order } from '#contract/order.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import { now } from '#lib/runtime/clock.ts'
import { carryOnInTurn } from './intents/carry-out.ts'
import { editing } from './edit-order.ts'
import { runningOn, type Intent } from './intents/intents.ts'
import { offering } from './offer-again.ts'
import { describeOrder } from './book/order-book.ts'
import { conflictOver, orderOrNotFound } from './book/present-order.ts'
import { submitting } from './submit-order.ts'
import { inTurnAtSpot } from './intents/turn.ts'

/** A person says that an order which waited too long is still wanted (law 9); it goes out now. */
export async function sendOrder(orderId: string, actor: Actor): Promise<Order> {
  const db = await database()
  const { spot_id: spotId } = await orderOrNotFound(db, orderId)
  const intent = await inTurnAtSpot(spotId, () =>
    db.transaction().execute(async (trx): Promise<Intent> => {
      const asking = await runningOn(trx, orderId)
      if (asking?.step !== 'asking') {
        throw await conflictOver(trx, orderId, 'This order does not wait for anybody to send it.')
      }
      await trx
        .updateTable('intents')
        .set({ asked_at: now(), step: 'waiting', updated_at: now() })
        .where('id', '=', asking.id)
        .execute()
      await recordAct(trx, {
        actor,
        act: 'order.send',
        subject: `order ${orderId}`,
        outcome: 'asked',
      })
      return asking
    }),
  )
  await carryOnInTurn(db, intent, { submit: submitting, offer: offering, edit: editing })
  return describeOrder(db, orderId)
}
