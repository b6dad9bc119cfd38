import 'server-only'
import { randomUUID } from 'node:crypto'
import { MAX_AMOUNT_MINOR, orderTotalMinor } from '#contract/money.ts'
import { MAX_LINES, type Order, type OrderDraft } from '#contract/order.ts'
import { shorten } from '#contract/shorten.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import { problem } from '#lib/runtime/problem.ts'
import { act } from './intents/carry-out.ts'
import { deleting, refuseUnlessPending } from './delete-order.ts'
import { editing, type EditBody } from './edit-order.ts'
import { followersOf, problemOf } from './intents/intents.ts'
import { offering, type OfferBody } from './offer-again.ts'
import { describeOrder, parseLines, partOf, type BookedOrder } from './book/order-book.ts'
import { orderOrNotFound, refuseOtherVersion } from './book/present-order.ts'
import { addNextVersion } from './book/versions.ts'

interface Named {
  orderId: string
  version: number
}

interface Joining {
  intentId: string
  /** The order that takes over the lines of the other one. */
  kept: Named
  joined: Named
  actor: Actor
}

const NOTE_LENGTH = 200

/**
 * Puts the lines of one unpaid order onto another one of the same spot. The one that goes is taken back from the guest
 * first, so that nothing can be paid twice; if the guest then pays the other one in that very moment, the first is
 * offered again.
 */
export async function joinOrders({ intentId, kept, joined, actor }: Joining): Promise<Order> {
  const db = await database()
  const { spot_id: spotId } = await orderOrNotFound(db, kept.orderId)
  const { orderId } = joined
  const body = { closing: 'joined', into: kept.orderId }
  const asked = { id: intentId, act: 'delete', spotId, orderId, body, actor } as const
  const procedures = { delete: deleting, edit: editing, offer: offering }
  await act(asked, procedures, async (trx) => {
    const order = await orderOrNotFound(trx, kept.orderId)
    const other = await orderOrNotFound(trx, orderId)
    await refuseOtherVersion(trx, order, kept.version)
    await refuseOtherVersion(trx, other, joined.version)
    await refuseUnlessPending(trx, order)
    await refuseUnlessPending(trx, other)
    const draft = together(order, other)
    await addNextVersion(trx, order, draft, actor)
    const part: EditBody['part'] = { from: partOf(order) ?? null, to: null }
    const editId = randomUUID()
    const common = { spotId, actor }
    return {
      orderId,
      detail: { into: order.id, totalMinor: other.total_minor },
      followers: [
        {
          ...common,
          id: editId,
          act: 'edit',
          orderId: order.id,
          // What was joined to it is no longer the part of a bill that it was.
          body: { version: order.version, part },
          after: { intentId, outcome: 'done' },
        },
        {
          ...common,
          id: randomUUID(),
          act: 'offer',
          orderId: other.id,
          body: { version: other.version, isNew: false, back: {} } satisfies OfferBody,
          after: { intentId: editId, outcome: 'failed' },
        },
      ],
    }
  })
  await throwProblemOfEdit(db, intentId)
  return describeOrder(db, kept.orderId)
}

async function throwProblemOfEdit(db: Database, intentId: string): Promise<void> {
  for (const follower of await followersOf(db, intentId)) {
    const failure = problemOf(follower)
    if (failure) throw failure
  }
}

function together(order: BookedOrder, other: BookedOrder): OrderDraft {
  if (order.id === other.id || order.spot_id !== other.spot_id) {
    throw unjoinable('must be another order of the same table')
  }
  const lines = [...parseLines(order.lines), ...parseLines(other.lines)]
  const discountMinor = order.discount_minor + other.discount_minor
  if (lines.length > MAX_LINES || orderTotalMinor(lines, discountMinor) > MAX_AMOUNT_MINOR) {
    throw unjoinable('must not make the order longer or dearer than an order can be')
  }
  const note = [order.note, other.note].filter((one) => one !== null).join(' · ')
  return {
    lines,
    currency: order.currency,
    discountMinor,
    ...(note === '' ? {} : { note: shorten(note, NOTE_LENGTH) }),
  }
}

function unjoinable(message: string) {
  return problem('invalid', { errors: [{ path: 'orderId', message }] })
}
