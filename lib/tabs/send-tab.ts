import 'server-only'
import type { Order } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { describeOrder, orderIdOf } from '#lib/orders/book/order-book.ts'
import { act } from '#lib/orders/intents/carry-out.ts'
import { bookSubmission, submitting } from '#lib/orders/submit-order.ts'
import { problem } from '#lib/runtime/problem.ts'
import { readTab } from './held-tab.ts'
import { recordTaken, takeTab } from './take-tab.ts'

interface Sending {
  intentId: string
  tableId: string
  expectedVersion: number
  actor: Actor
  may: (permission: Permission) => boolean
}

/**
 * Puts what is kept on a table before the guests who have checked in there, as an order. The tab is empty from the
 * moment in which the order is accepted, in one transaction: whatever dies then, and however many people tap, the lines
 * stand on the tab or in one order (law 2). Throws `conflict` where nobody is there.
 */
export async function sendTab({
  intentId,
  tableId,
  expectedVersion,
  actor,
  may,
}: Sending): Promise<Order> {
  const db = await database()
  // Asked once more, the guests may have left by now; the order is there all the same.
  const spotId = (await spotOfIntent(db, intentId)) ?? (await spotWithGuests(db, tableId))
  const body = { tabOf: tableId, version: expectedVersion }
  const asked = { id: intentId, act: 'submit', spotId, orderId: null, body, actor } as const
  try {
    const intent = await act(asked, { submit: submitting }, async (trx) => {
      const { draft, taken } = await takeTab(trx, { tableId, expectedVersion, actor })
      const begun = await bookSubmission(trx, { intentId, spotId, actor, may }, draft)
      const detail = { spotId, orderId: begun.orderId }
      await recordTaken(trx, { taken, actor, act: 'tab.send', detail })
      return { ...begun, detail: { ...begun.detail, tabOf: tableId } }
    })
    return await describeOrder(db, orderIdOf(intent))
  } finally {
    await (await liveFloor()).tableTouched(tableId)
  }
}

async function spotOfIntent(db: Database, intentId: string): Promise<number | undefined> {
  const intent = await db
    .selectFrom('intents')
    .select('spot_id')
    .where('id', '=', intentId)
    .executeTakeFirst()
  return intent?.spot_id
}

async function spotWithGuests(db: Database, tableId: string): Promise<number> {
  const tab = await readTab(db, tableId)
  const spot = (await liveFloor()).spotAt(tableId)
  if (spot && spot.status !== 'closed') return spot.id
  throw problem('conflict', {
    detail: 'Nobody has checked in at this table, so nobody can be asked for its tab.',
    members: { tab },
  })
}
