import 'server-only'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { visitAt } from '#lib/orders/book/order-book.ts'
import { inTurnAtSpot } from '#lib/orders/intents/turn.ts'
import { problem } from '#lib/runtime/problem.ts'

/** Whether a spot is left to the rule for codes of no register now. */
export async function isWaitingStranger(spotId: number): Promise<boolean> {
  const floor = await liveFloor()
  const spot = floor.spot(spotId)
  return spot?.status === 'waiting' && floor.house.isStranger(spot)
}

/** Somebody wants it left open, for as long as this visit lasts. Throws `conflict` where it is closed already. */
export async function keepStranger(spotId: number, actor: Actor): Promise<void> {
  const db = await database()
  await inTurnAtSpot(spotId, () =>
    db.transaction().execute(async (trx) => {
      const visitId = await visitAt(trx, spotId)
      if (visitId === null) throw problem('conflict', { detail: 'Nobody waits there any more.' })
      const { numUpdatedRows } = await trx
        .updateTable('visits')
        .set({ stays_open: 1 })
        .where('id', '=', visitId)
        .where('stays_open', '=', 0)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) return
      await recordAct(trx, {
        actor,
        act: 'spot.keep_open',
        subject: `spot ${spotId}`,
        outcome: 'done',
        detail: { why: 'asked', rule: 'close strangers' },
      })
    }),
  )
  await (await liveFloor()).spotTouched(spotId)
}
