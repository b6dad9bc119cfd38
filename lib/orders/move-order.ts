import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Order } from '#contract/order.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { BelievedSpot } from '#lib/floor/merge.ts'
import { problem } from '#lib/runtime/problem.ts'
import { bookOrder } from './book/book-order.ts'
import { act } from './intents/carry-out.ts'
import { deleting, refuseUnlessPending } from './delete-order.ts'
import { followersOf, problemOf } from './intents/intents.ts'
import { knownSpot } from './known-spot.ts'
import { offering, type OfferBody } from './offer-again.ts'
import { describeOrder, parseLines, partOf } from './book/order-book.ts'
import { orderOrNotFound, refuseOtherVersion } from './book/present-order.ts'
import { submitting } from './submit-order.ts'

interface Moving {
  intentId: string
  orderId: string
  version: number
  spotId: number
  actor: Actor
}

/**
 * Moves an unpaid order to the guests of another spot: it is taken back at the one and then asked at the other, so that
 * it can never be paid at both. Where the wallet refuses to ask it there, the guests of the first spot are asked again,
 * if they are still there. Answers the order as it stands at the other spot.
 */
export async function moveOrder({
  intentId,
  orderId,
  version,
  spotId,
  actor,
}: Moving): Promise<Order> {
  const db = await database()
  const { spot_id: from } = await orderOrNotFound(db, orderId)
  const target = await knownSpot(spotId)
  const body = { closing: 'moved', to: spotId }
  const asked = { id: intentId, act: 'delete', spotId: from, orderId, body, actor } as const
  const procedures = { delete: deleting, submit: submitting, offer: offering }
  await act(asked, procedures, async (trx) => {
    const order = await orderOrNotFound(trx, orderId)
    await refuseOtherVersion(trx, order, version)
    await refuseUnlessPending(trx, order)
    refuseTarget(target, from)
    const movedId = randomUUID()
    const submissionId = randomUUID()
    const back = { movedTo: movedId }
    const draft = {
      lines: parseLines(order.lines),
      currency: order.currency,
      discountMinor: order.discount_minor,
      ...(order.note === null ? {} : { note: order.note }),
    }
    const part = partOf(order)
    await bookOrder(trx, {
      orderId: movedId,
      spotId,
      draft,
      actor,
      from: orderId,
      ...(part && { part }),
    })
    return {
      orderId,
      detail: { totalMinor: order.total_minor, to: spotId },
      followers: [
        {
          id: submissionId,
          act: 'submit',
          spotId,
          orderId: movedId,
          body: {},
          actor,
          after: { intentId, outcome: 'done' },
        },
        {
          id: randomUUID(),
          act: 'offer',
          spotId: from,
          orderId,
          body: { version, isNew: false, back } satisfies OfferBody,
          actor,
          after: { intentId: submissionId, outcome: 'failed' },
        },
      ],
    }
  })
  const [submission] = await followersOf(db, intentId)
  const failure = submission && problemOf(submission)
  if (failure) throw failure
  return describeOrder(db, submission?.order_id ?? orderId)
}

export function refuseTarget(target: Pick<BelievedSpot, 'id' | 'status'>, from: number): void {
  if (target.id === from) throw unmovable('must be another table')
  if (target.status === 'closed') throw unmovable('must be a table where guests have checked in')
}

function unmovable(message: string) {
  return problem('invalid', { errors: [{ path: 'spotId', message }] })
}
