import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Order, OrderDraft } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import type { TabSettlement } from '#contract/tab.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Schema } from '#lib/database/schema.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { bookOrder } from '#lib/orders/book/book-order.ts'
import { changeOrder, describeOrder } from '#lib/orders/book/order-book.ts'
import { closedAs } from '#lib/orders/book/state.ts'
import { endIntent } from '#lib/orders/intents/intents.ts'
import { beginIntent, earlierIntent } from '#lib/orders/intents/new-intent.ts'
import { inTurnAtSpot } from '#lib/orders/intents/turn.ts'
import { reduce } from '#lib/orders/reductions.ts'
import { now } from '#lib/runtime/clock.ts'
import { holdTab } from './held-tab.ts'
import { placeOfTable } from './place-of-table.ts'
import { recordTaken, takeTab } from './take-tab.ts'

interface Settling {
  intentId: string
  tableId: string
  expectedVersion: number
  settlement: TabSettlement
  actor: Actor
  may: (permission: Permission) => boolean
}

/**
 * Marks a tab as paid in cash or by card. No guest was asked for it in the app, so the wallet is not called: what was
 * taken is an order of the book that is settled from its first moment, in the transaction that empties the tab.
 */
export async function settleTab({
  intentId,
  tableId,
  expectedVersion,
  settlement,
  actor,
  may,
}: Settling): Promise<Order> {
  const db = await database()
  const floor = await liveFloor()
  const orderId = orderOf(intentId)
  const body = { tabOf: tableId, version: expectedVersion, ...settlement }
  const asked = { id: intentId, act: 'settle', orderId, body, actor } as const
  const spotId = floor.spotAt(tableId)?.id ?? (await placeOfTable(tableId))
  await inTurnAtSpot(spotId, () =>
    db.transaction().execute(async (trx) => {
      // Of two that ask with one key at once the second finds here what the first has done.
      await holdTab(trx, tableId)
      if (await earlierIntent(trx, { ...asked, spotId })) return
      const { draft, taken } = await takeTab(trx, { tableId, expectedVersion, actor })
      const visitId = await bookSettled(trx, { orderId, spotId, draft, settlement, actor })
      const discountMinor = draft.discountMinor ?? 0
      await reduce(trx, {
        orderId,
        visitId,
        intentId,
        reductions: discountMinor > 0 ? [{ kind: 'discount', amountMinor: discountMinor }] : [],
        reason: draft.note,
        actor,
        may,
      })
      const detail = { ...settlement, spotId, orderId }
      await recordTaken(trx, { taken, actor, act: 'tab.settle', detail })
      const { totalMinor } = taken
      const intent = await beginIntent(trx, { ...asked, spotId }, { ...settlement, totalMinor })
      await endIntent(trx, intent)
    }),
  )
  await floor.tableTouched(tableId)
  return describeOrder(db, orderId)
}

async function bookSettled(
  trx: Transaction<Schema>,
  {
    orderId,
    spotId,
    draft,
    settlement,
    actor,
  }: {
    orderId: string
    spotId: number
    draft: OrderDraft
    settlement: TabSettlement
    actor: Actor
  },
): Promise<string> {
  const passing = await visitOfNobody(trx, spotId)
  const booking = { orderId, spotId, draft, actor, ...(passing && { visitId: passing }) }
  const visitId = await bookOrder(trx, booking)
  await changeOrder(trx, orderId, {
    ...closedAs('settled'),
    settled_with: settlement.with,
    settled_at: now(),
    settled_by: actor.name,
  })
  return visitId
}

/**
 * Where nobody has checked in, what was taken belongs to a visit of its own that begins and ends with it; undefined
 * where somebody has. The table stays free for whoever scans its code next.
 */
async function visitOfNobody(
  trx: Transaction<Schema>,
  spotId: number,
): Promise<string | undefined> {
  const spot = await trx
    .selectFrom('spots')
    .select('visit_id')
    .where('id', '=', spotId)
    .executeTakeFirstOrThrow()
  if (spot.visit_id !== null) return undefined
  const id = randomUUID()
  const at = now()
  await trx
    .insertInto('visits')
    .values({ id, spot_id: spotId, started_at: at, ended_at: at, first_order_at: null })
    .execute()
  return id
}

/** The same for every attempt with one key, so that a repeated request is known before there is an order. */
function orderOf(intentId: string): string {
  return createHash('sha256').update(`tab settled ${intentId}`).digest('hex').slice(0, 32)
}
