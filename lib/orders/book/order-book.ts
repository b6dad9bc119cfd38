import 'server-only'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import type { GivenBack } from '#contract/money-back.ts'
import { Order, Verdict, type OrderStatus } from '#contract/order.ts'
import { Part } from '#contract/part.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { OrderTable, OrderVersionTable } from '#lib/database/order-tables.ts'
import type { Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'
import { isWithdrawnAtDeparture } from '#lib/floor/withdrawn.ts'
import { moneyBackOf } from './money-back.ts'
import { workOf, type RunningWork } from './running-work.ts'

export type Reader = Database | Transaction<Schema>

/** An order with the version that is in force, as the book holds it. */
export type BookedOrder = OrderTable &
  Omit<OrderVersionTable, 'order_id' | 'created_by' | 'created_at' | 'reason'> &
  RunningWork

const StoredLines = Order.shape.lines

/** Statuses in which a guest may still pay, or money is held: such an order has to come to an end. */
export const unsettled = ['sending', 'pending', 'reserved'] as const

export async function findOrder(db: Reader, orderId: string): Promise<BookedOrder | undefined> {
  return booked(db).where('orders.id', '=', orderId).executeTakeFirst()
}

export async function getOrder(db: Reader, orderId: string): Promise<BookedOrder> {
  return booked(db).where('orders.id', '=', orderId).executeTakeFirstOrThrow()
}

/**
 * The orders of the present visit and whatever earlier visits have left unsettled or unpaid, oldest first. The parts of a bill,
 * which are booked at once, stand in their order, so that each is always in its place.
 */
export async function ordersOfSpot(db: Reader, spotId: number): Promise<BookedOrder[]> {
  return booked(db)
    .innerJoin('spots', 'spots.id', 'orders.spot_id')
    .where('orders.spot_id', '=', spotId)
    .where((is) =>
      is.or([
        is('orders.status', 'in', [...unsettled]),
        is('orders.visit_id', '=', is.ref('spots.visit_id')),
        isWithdrawnAtDeparture(is),
      ]),
    )
    .orderBy('orders.created_at')
    .orderBy('orders.part_number')
    .orderBy('orders.id')
    .execute()
}

/** The present visit at a spot, or null where nobody is. */
export async function visitAt(db: Reader, spotId: number): Promise<string | null> {
  const spot = await db
    .selectFrom('spots')
    .select('visit_id')
    .where('id', '=', spotId)
    .executeTakeFirst()
  return spot?.visit_id ?? null
}

/** The orders of the whole house that have to come to an end, oldest first. */
export async function unsettledOrders(db: Reader): Promise<BookedOrder[]> {
  return booked(db)
    .where('orders.status', 'in', [...unsettled])
    .orderBy('orders.created_at')
    .execute()
}

/** The orders of the whole house whose payment is held, in the order in which that was seen. */
export async function heldOrders(db: Reader): Promise<BookedOrder[]> {
  return booked(db)
    .where('orders.status', '=', 'reserved')
    .orderBy('orders.reserved_at')
    .orderBy('orders.id')
    .execute()
}

/** The orders whose payment was taken or came to nothing since then, the newest first. */
export async function decidedOrdersSince(
  db: Reader,
  sinceMs: number,
  most: number,
): Promise<BookedOrder[]> {
  return booked(db)
    .where('orders.decided_at', '>=', sinceMs)
    .where((is) =>
      is.or([
        is('orders.status', '=', 'confirmed'),
        is('orders.closed_as', 'in', ['declined', 'refused', 'expired', 'ended_by_wallet']),
      ]),
    )
    .orderBy('orders.decided_at', 'desc')
    .orderBy('orders.id')
    .limit(most)
    .execute()
}

/** As it leaves the server, with what Spotboard is doing with it now and what was given back for it. */
export function describe(order: BookedOrder, moneyBack?: readonly GivenBack[]): Order {
  return z.parse(Order, {
    id: order.id,
    version: order.version,
    spotId: order.spot_id,
    status: order.status,
    closedAs: order.closed_as ?? undefined,
    settledWith: order.settled_with ?? undefined,
    lines: parseLines(order.lines),
    note: order.note ?? undefined,
    discountMinor: order.discount_minor,
    totalMinor: order.total_minor,
    currency: order.currency,
    transactionKey: order.transaction_key ?? undefined,
    walletOrderId: order.wallet_order_id ?? undefined,
    work: workOf(order),
    notice: order.notice ?? undefined,
    part: partOf(order),
    fromOrderId: order.from_order ?? undefined,
    verdict: order.verdict === null ? undefined : z.parse(Verdict, JSON.parse(order.verdict)),
    judged: order.status === 'reserved' ? (order.judged ?? undefined) : undefined,
    heldMinor: order.held_minor ?? undefined,
    heldCurrency:
      order.held_currency === order.currency ? undefined : (order.held_currency ?? undefined),
    heldUntil: order.status === 'reserved' ? (order.held_until ?? undefined) : undefined,
    takenMinor: order.taken_minor ?? undefined,
    createdBy: order.created_by,
    createdAt: order.created_at,
    reservedAt: order.reserved_at ?? undefined,
    confirmedAt: order.confirmed_at ?? undefined,
    decidedAt: order.decided_at ?? undefined,
    decidedBy: order.decided_by ?? undefined,
    confirmed: confirmedOf(order),
    moneyBack,
  })
}

function confirmedOf(order: BookedOrder): Order['confirmed'] {
  if (order.status !== 'confirmed') return undefined
  return {
    amountMinor: order.taken_minor ?? order.total_minor,
    currency: order.held_currency ?? order.currency,
  }
}

export function partOf({
  part_number: number,
  part_count: of,
  part_within: within,
}: BookedOrder): Part | undefined {
  if (number === null || of === null) return undefined
  return within === null
    ? { number, of }
    : z.parse(Part, { number, of, within: JSON.parse(within) })
}

export function columnsOfPart(part: Part | null | undefined) {
  return {
    part_number: part?.number ?? null,
    part_count: part?.of ?? null,
    part_within: part?.within ? JSON.stringify(part.within) : null,
  }
}

export async function describeOrder(db: Reader, orderId: string): Promise<Order> {
  const moneyBack = await moneyBackOf(db, [orderId])
  return describe(await getOrder(db, orderId), moneyBack.get(orderId))
}

/** As the book holds it, which is one of those that are known. */
export function orderStatus(stored: string): OrderStatus {
  return z.parse(Order.shape.status, stored)
}

export function parseLines(stored: string): Order['lines'] {
  return z.parse(StoredLines, JSON.parse(stored))
}

export async function changeOrder(
  db: Reader,
  orderId: string,
  change: Partial<Omit<OrderTable, 'id'>>,
): Promise<void> {
  if (Object.keys(change).length === 0) return
  const changed = { ...change, ...endOf(change.status) }
  await db.updateTable('orders').set(changed).where('id', '=', orderId).execute()
}

/** An order ends when that is written, so that the day that is closed in between either has it or has not. */
function endOf(status: string | undefined): Partial<OrderTable> {
  if (status === undefined) return {}
  return {
    closed_at: status === 'closed' ? now() : null,
    confirmed_at: status === 'confirmed' ? now() : null,
  }
}

export function booked(db: Reader) {
  return db
    .selectFrom('orders')
    .innerJoin('order_versions', (join) =>
      join
        .onRef('order_versions.order_id', '=', 'orders.id')
        .onRef('order_versions.version', '=', 'orders.version'),
    )
    .leftJoin('intents', (join) =>
      join.on('intents.id', '=', (is) =>
        is
          .selectFrom('intents as present')
          .select('present.id')
          .whereRef('present.order_id', '=', 'orders.id')
          // What only waits in case that another act fails is no work.
          .where((is) =>
            is.or([
              is('present.state', '=', 'running'),
              is.and([
                is('present.state', '=', 'queued'),
                is('present.after_outcome', '=', 'done'),
              ]),
            ]),
          )
          // The running one, or else the next of those that wait for it.
          .orderBy('present.state', 'desc')
          .orderBy('present.created_at')
          .limit(1),
      ),
    )
    .selectAll('orders')
    .select([
      'intents.act as work_act',
      'intents.step as work_step',
      'intents.created_at as work_since',
      'intents.not_before as work_due',
      'order_versions.lines',
      'order_versions.note',
      'order_versions.discount_minor',
      'order_versions.total_minor',
      'order_versions.currency',
    ])
}

export function orderIdOf(intent: { order_id: string | null }): string {
  if (intent.order_id === null) throw new Error('An act on an order names no order')
  return intent.order_id
}
