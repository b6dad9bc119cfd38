import 'server-only'
import * as z from 'zod/mini'
import { orderTotalMinor } from '#contract/money.ts'
import { offerableClosings, type Order, type OrderEdit, type OrderOffer } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import { presentVisit } from '#lib/floor/spot-store.ts'
import { declining } from '#lib/payments/decline-payment.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'
import { randomUUID } from 'node:crypto'
import { act } from './intents/carry-out.ts'
import { bodyOf } from './intents/intents.ts'
import { requireReason } from './lowering.ts'
import { changeOrder, describeOrder, getOrder, orderIdOf } from './book/order-book.ts'
import { conflictOver, orderOrNotFound, refuseOtherVersion } from './book/present-order.ts'
import { closedAs, nothingHeld, undecided } from './book/state.ts'
import type { Procedure, Steps } from './intents/procedure.ts'
import { refuseOtherCurrency, submitSteps } from './submit-order.ts'
import { addNextVersion, dropVersion } from './book/versions.ts'

interface Offer {
  intentId: string
  orderId: string
  version: number
  actor: Actor
  may: (permission: Permission) => boolean
}

/** What offering again is asked with: the version that goes out, and whether it was written for that. */
const OfferBody = z.object({
  version: z.int(),
  isNew: z.boolean(),
  /**
   * It is the way back of an order that was to be joined or moved: only the guests whom it was taken from are asked, so
   * it stays with their visit. `movedTo` is the order that it was to become at another table.
   */
  back: z.optional(z.object({ movedTo: z.optional(z.string()) })),
})
export type OfferBody = z.infer<typeof OfferBody>

/**
 * Puts an order that ended unpaid before the guests who are there now: a new transaction on the same order, which keeps
 * the old key in its history. With a draft it asks for that instead.
 */
export async function offerAgain({
  intentId,
  orderId,
  version,
  draft,
  actor,
  may,
}: Offer & { draft: OrderOffer | undefined }): Promise<Order> {
  if (draft) refuseOtherCurrency(draft.currency)
  const db = await database()
  const { spot_id: spotId } = await orderOrNotFound(db, orderId)
  const plan = { version: draft ? version + 1 : version, isNew: draft !== undefined }
  const body = { draft }
  const asked = { id: intentId, act: 'offer', spotId, orderId, body, plan, actor } as const
  await act(asked, { offer: offering }, async (trx) => {
    const order = await orderOrNotFound(trx, orderId)
    await refuseOtherVersion(trx, order, version)
    if (
      order.status !== 'closed' ||
      !offerableClosings.some((closing) => closing === order.closed_as)
    ) {
      throw await conflictOver(trx, orderId, 'Only an order that ended unpaid can be asked again.')
    }
    const totalMinor = draft ? orderTotalMinor(draft.lines, draft.discountMinor) : order.total_minor
    if (totalMinor < order.total_minor) requireReason(may, draft?.reason)
    if (draft) await addNextVersion(trx, order, draft, actor, draft.reason)
    return {
      orderId,
      detail: { totalMinor, reason: draft?.reason ?? null, endedKey: order.transaction_key },
    }
  })
  return describeOrder(db, orderId)
}

/** Gives a held payment back, and puts the order before the guest again as edited: one act. */
export async function declineAndOffer({
  intentId,
  orderId,
  version,
  edit,
  actor,
  may,
}: Offer & { edit: OrderEdit }): Promise<Order> {
  if (!may('decline_payment')) throw problem('forbidden')
  refuseOtherCurrency(edit.currency)
  const db = await database()
  const { spot_id: spotId } = await orderOrNotFound(db, orderId)
  const asked = { id: intentId, act: 'decline', spotId, orderId, body: edit, actor } as const
  await act(asked, { decline: declining, offer: offering }, async (trx) => {
    const order = await orderOrNotFound(trx, orderId)
    await refuseOtherVersion(trx, order, version)
    if (order.status !== 'reserved') {
      throw await conflictOver(trx, orderId, 'There is no held payment to decline on this order.')
    }
    const { declinesPayment: _, reason, ...draft } = edit
    await addNextVersion(trx, order, draft, actor, reason)
    const totalMinor = orderTotalMinor(edit.lines, edit.discountMinor)
    return {
      orderId,
      detail: { from: order.total_minor, to: totalMinor, reason: reason ?? null },
      followers: [
        {
          id: randomUUID(),
          act: 'offer',
          spotId,
          orderId,
          body: { version: version + 1, isNew: true },
          actor,
          after: { intentId, outcome: 'done' },
        },
      ],
    }
  })
  return describeOrder(db, orderId)
}

/** Where a moved order cannot come back either, it stays with the other table, where it can be asked again. */
const offerSteps: Steps = async (db, intent) => {
  const outcome = await submitSteps(db, intent)
  const movedTo = bodyOf(intent, OfferBody).back?.movedTo
  if (outcome === 'ask_person' || !outcome.problem || movedTo === undefined) return outcome
  return {
    ...outcome,
    finish: async (trx) => {
      const { id, notice } = await getOrder(trx, orderIdOf(intent))
      const stillNews = notice === 'move_dropped' ? null : notice
      await changeOrder(trx, id, { ...closedAs('moved'), notice: stillNews })
      await changeOrder(trx, movedTo, closedAs('not_sent'))
    },
  }
}

export const offering: Procedure = {
  steps: offerSteps,
  start: async (trx, intent) => {
    const { version, back } = bodyOf(intent, OfferBody)
    if (back?.movedTo !== undefined) await changeOrder(trx, back.movedTo, closedAs('moved_back'))
    await changeOrder(trx, orderIdOf(intent), {
      ...(back ? {} : { visit_id: await presentVisit(trx, intent.spot_id) }),
      version,
      // What was asked for since a close began is not what that close may end.
      created_at: now(),
      status: 'sending',
      closed_as: null,
      settled_with: null,
      wallet_order_id: null,
      transaction_key: null,
      verdict: null,
      reserved_at: null,
      confirmed_at: null,
      ...nothingHeld,
      ...undecided,
      notice: back?.movedTo === undefined ? null : 'move_dropped',
    })
  },
  drop: async (trx, intent) => {
    const { version, isNew } = bodyOf(intent, OfferBody)
    if (isNew) await dropVersion(trx, orderIdOf(intent), version)
  },
}
