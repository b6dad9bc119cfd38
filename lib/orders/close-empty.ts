import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { problem } from '#lib/runtime/problem.ts'
import { ordersOfSpot, visitAt } from './book/order-book.ts'
import { closing } from './close-spot.ts'
import { act } from './intents/carry-out.ts'
import { knownSpot } from './known-spot.ts'

/**
 * Frees a table at which somebody has checked in and nobody sits, and counts that. Only while it waits and nothing is on
 * it: throws `conflict` otherwise, and where the spot is no table's. Answers whether the wallet is known to have closed it.
 */
export async function closeEmpty(spotId: number, actor: Actor): Promise<boolean> {
  const { status } = await knownSpot(spotId)
  const table = (await liveFloor()).tableOf(spotId)
  const visitId = await visitAt(await database(), spotId)
  if (!table || visitId === null || status !== 'waiting') {
    throw problem('conflict', { detail: 'No guest is waiting at this table.' })
  }
  const body = { emptyTable: table.id, emptyVisit: visitId }
  const asked = { id: randomUUID(), act: 'close', spotId, orderId: null, body, actor } as const
  const intent = await act(asked, { close: closing }, async (trx) => {
    const orders = await ordersOfSpot(trx, spotId)
    if (orders.length > 0) {
      throw problem('conflict', { detail: 'Somebody has been asked to pay at this table.' })
    }
    return { orderId: null, detail: body }
  })
  return intent.state === 'done'
}
