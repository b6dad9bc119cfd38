import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Order, Split } from '#contract/order.ts'
import { partWithin, type Part } from '#contract/part.ts'
import type { Permission } from '#contract/permission.ts'
import { splitAmount, splitByLines, splitEvenly, type Bill } from '#contract/split.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { settling } from '#lib/payments/settle-otherwise.ts'
import { problem } from '#lib/runtime/problem.ts'
import { bookOrder } from './book/book-order.ts'
import { act } from './intents/carry-out.ts'
import { refuseUnlessPending } from './delete-order.ts'
import { editing, type EditBody } from './edit-order.ts'
import { followersOf } from './intents/intents.ts'
import type { Follower } from './intents/new-intent.ts'
import { describe, findOrder, parseLines, partOf, type BookedOrder } from './book/order-book.ts'
import { orderOrNotFound, refuseOtherVersion } from './book/present-order.ts'
import { submitting } from './submit-order.ts'
import { addNextVersion } from './book/versions.ts'

interface Splitting {
  intentId: string
  orderId: string
  version: number
  split: Split
  actor: Actor
  may: (permission: Permission) => boolean
}

/**
 * Divides an unpaid order. It is first edited to its own part, and only then the others are put before the guests (or
 * taken otherwise), so that at no moment more can be paid than the bill. Answers all parts, the order itself first.
 */
export async function splitOrder({
  intentId,
  orderId,
  version,
  split,
  actor,
  may,
}: Splitting): Promise<Order[]> {
  const settledWith = 'amountMinor' in split ? split.settledWith : undefined
  if (settledWith && !may('settle_order')) throw problem('forbidden')
  const db = await database()
  const before = await orderOrNotFound(db, orderId)
  const of = 'evenly' in split ? split.evenly : 2
  const outer = partOf(before)
  const nameOf = (number: number) => partWithin(outer, { number, of })
  const part: EditBody['part'] = { from: outer ?? null, to: nameOf(1) }
  const asked = {
    id: intentId,
    act: 'edit',
    spotId: before.spot_id,
    orderId,
    body: split,
    plan: { version, part },
    actor,
  } as const
  const procedures = { edit: editing, submit: submitting, settle: settling }
  await act(asked, procedures, async (trx) => {
    const order = await orderOrNotFound(trx, orderId)
    await refuseOtherVersion(trx, order, version)
    await refuseUnlessPending(trx, order)
    const [own, ...others] = partsOf(order, split)
    await addNextVersion(trx, order, draftOf(order, own), actor)
    const chainId = randomUUID()
    const followers: Follower[] = []
    for (const [index, bill] of others.entries()) {
      const number = index + 2
      const partId = await bookPart(trx, order, draftOf(order, bill), nameOf(number), actor)
      followers.push({
        // Parts that are booked in the same millisecond follow each other by their ids.
        id: `${chainId}:${String(number).padStart(2, '0')}`,
        ...(settledWith
          ? { act: 'settle', body: { with: settledWith } }
          : { act: 'submit', body: {} }),
        spotId: order.spot_id,
        orderId: partId,
        actor,
        after: { intentId, outcome: 'done' },
      })
    }
    return { orderId, detail: { totalMinor: order.total_minor, split }, followers }
  })
  return describeParts(db, intentId, orderId)
}

async function bookPart(
  trx: Transaction<Schema>,
  order: BookedOrder,
  draft: ReturnType<typeof draftOf>,
  part: Part,
  actor: Actor,
): Promise<string> {
  const orderId = randomUUID()
  await bookOrder(trx, { orderId, spotId: order.spot_id, draft, actor, part, from: order.id })
  return orderId
}

/** The parts that are there: one whose turn never came, since the guest was quicker, is in the book no more. */
async function describeParts(db: Database, intentId: string, orderId: string): Promise<Order[]> {
  const followers = await followersOf(db, intentId)
  const ids = [orderId, ...followers.map((follower) => follower.order_id ?? '')]
  const orders = await Promise.all(ids.map((id) => findOrder(db, id)))
  return orders
    .flatMap((order) => (order ? [describe(order)] : []))
    .toSorted((one, other) => (one.part?.number ?? 0) - (other.part?.number ?? 0))
}

function partsOf(order: BookedOrder, split: Split): [Bill, ...Bill[]] {
  const bill = { lines: parseLines(order.lines), discountMinor: order.discount_minor }
  if ('evenly' in split) {
    const [own, ...others] = splitEvenly(bill, split.evenly)
    if (own && order.total_minor >= split.evenly) return [own, ...others]
    throw unsplittable('evenly', 'every part must be at least one minor unit')
  }
  if ('lines' in split) {
    const parts = splitByLines(bill, split.lines)
    if (parts) return parts
    throw unsplittable('lines', 'must be lines of the order, and leave something on it')
  }
  const parts = splitAmount(bill, split.amountMinor)
  if (parts) return parts
  throw unsplittable('amountMinor', 'must be less than the total of the order')
}

function draftOf(order: BookedOrder, { lines, discountMinor }: Bill) {
  return {
    lines: [...lines],
    currency: order.currency,
    discountMinor,
    ...(order.note === null ? {} : { note: order.note }),
  }
}

function unsplittable(path: string, message: string) {
  return problem('invalid', { errors: [{ path, message }] })
}
