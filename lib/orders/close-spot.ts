import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Permission } from '#contract/permission.ts'
import type { Ending } from '#contract/spot.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import { readPayment } from '#lib/payments/follow-payment.ts'
import { problem, type ProblemError } from '#lib/runtime/problem.ts'
import { countIfNobody } from '#lib/tables/nobody-here.ts'
import { act } from './intents/carry-out.ts'
import { endOffers } from './end-offers.ts'
import { hurryDeletions } from './put-off-deletion.ts'
import type { Intent } from './intents/intents.ts'
import { closeAtWallet } from './close-at-wallet.ts'
import { closeByRule } from './close-by-rule.ts'
import { knownSpot } from './known-spot.ts'
import { dropPlannedClosing } from './planned-closing.ts'
import {
  changeOrder,
  describe,
  ordersOfSpot,
  unsettled,
  type BookedOrder,
  type Reader,
} from './book/order-book.ts'
import {
  nothingToUndo,
  refusedByWallet,
  type Outcome,
  type Procedure,
  type Steps,
} from './intents/procedure.ts'
import { endedAs } from './book/state.ts'

interface Closing {
  spotId: number
  endsUnpaid: boolean
  actor: Actor
  may: (permission: Permission) => boolean
}

/** Frees a spot for the next guests; answers whether the wallet is known to have closed it. */
export async function closeSpot({ spotId, endsUnpaid, actor, may }: Closing): Promise<boolean> {
  await knownSpot(spotId)
  // What is about to be deleted can be undone until somebody has agreed to all that ends with the spot.
  refuseToEnd(await unsettledAt(await database(), spotId), endsUnpaid, may)
  const body = { endsUnpaid }
  const asked = { id: randomUUID(), act: 'close', spotId, orderId: null, body, actor } as const
  await hurryDeletions(spotId)
  const intent = await act(asked, { close: closing }, async (trx) => {
    const open = await unsettledAt(trx, spotId)
    refuseToEnd(open, endsUnpaid, may)
    await dropPlannedClosing(trx, spotId, actor, 'closed by hand')
    return { orderId: null, detail: { ends: open.map((order) => order.id) } }
  })
  return intent.state === 'done'
}

/** What is about to be deleted anyway is no reason to keep the spot open. */
function refuseToEnd(open: readonly BookedOrder[], endsUnpaid: boolean, may: Closing['may']): void {
  const staying = open.filter((order) => describe(order).work?.outcome !== 'scheduled')
  const isLocked = staying.some((order) => order.status !== 'pending' || order.work_act !== null)
  if (isLocked || (staying.length > 0 && !endsUnpaid)) throw wouldEnd(open)
  if (staying.length > 0 && !may('close_unpaid_spot')) throw problem('forbidden')
}

/**
 * First ends each unpaid order's transaction, since closing promises nothing about them (law 4), then closes. A close
 * that is carried on later is not repeated once the spot is seen closed, or waiting: those are the next guests.
 */
const closeSteps: Steps = async (db, intent): Promise<Outcome> => {
  const spotId = intent.spot_id
  const open = await unsettledAt(db, spotId)
  const ruled = await closeByRule(db, intent, open)
  if (ruled) return ruled
  if (open.some((order) => isOutsideOf(intent, order))) {
    return { finish: nothingToUndo, problem: wouldEnd(open) }
  }
  for (const order of open) {
    const payment = await readPayment(db, order)
    if (payment === 'reserved') {
      const problem = wouldEnd(await unsettledAt(db, spotId))
      return { finish: nothingToUndo, problem }
    }
    if (payment === 'confirmed') continue
    const { isConfirmed, isPaidBack } = await endOffers(db, intent, order)
    const notice = isPaidBack ? { notice: 'paid_back' } : {}
    await changeOrder(db, order.id, { ...endedAs(isConfirmed, 'ended_with_spot'), ...notice })
  }
  const refusal = (await mustStillClose(intent)) ? await closeAtWallet(spotId) : undefined
  if (refusal) return { finish: nothingToUndo, problem: refusedByWallet(refusal) }
  return { finish: (trx) => countIfNobody(trx, intent) }
}

/**
 * An order that was asked for since then is not one that anybody agreed to end, and one with an act at work on it would
 * be put before the guest after its end.
 */
function isOutsideOf(intent: Intent, order: BookedOrder): boolean {
  return order.work_act !== null || order.created_at > intent.created_at
}

export const closing: Procedure = { steps: closeSteps, undo: nothingToUndo }

async function mustStillClose(intent: Intent): Promise<boolean> {
  if (intent.step === 'begun') return true
  const spot = await readSpot(intent.spot_id, 'person')
  return spot !== undefined && spot.status !== 'closed' && spot.status !== 'waiting'
}

async function unsettledAt(db: Reader, spotId: number): Promise<BookedOrder[]> {
  const orders = await ordersOfSpot(db, spotId)
  return orders.filter((order) => unsettled.some((status) => status === order.status))
}

function wouldEnd(orders: readonly BookedOrder[]): ProblemError {
  const ends: Ending[] = orders.map((order) => ({
    orderId: order.id,
    status: order.status,
    totalMinor: order.total_minor,
    currency: order.currency,
    work: describe(order).work,
  }))
  return problem('conflict', { detail: whyNot(orders), members: { ends } })
}

function whyNot(orders: readonly BookedOrder[]): string {
  if (orders.some((order) => order.status === 'reserved')) {
    return 'A payment is held at this table: confirm or decline it first.'
  }
  return orders.some((order) => order.work_act !== null)
    ? 'Spotboard is still at work on an order at this table.'
    : 'There is something unpaid at this table.'
}
