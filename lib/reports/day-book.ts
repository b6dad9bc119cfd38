import 'server-only'
import type { Transaction } from 'kysely'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { countedReductions } from '#lib/orders/reductions.ts'

export type Reader = Database | Transaction<Schema>

/** What is read: all that happened in a time, if wanted only to orders that were first asked for in another. */
export interface Span {
  fromMs: number
  untilMs: number
  asked?: { fromMs: number; untilMs: number }
}

/** Everything that a day is told by, as rows of the book. */
export interface DayBook {
  confirmed: Awaited<ReturnType<typeof confirmedOrders>>
  settled: Awaited<ReturnType<typeof settledOrders>>
  ended: Awaited<ReturnType<typeof endedOrders>>
  moneyBack: Awaited<ReturnType<typeof moneyGivenBack>>
  reductions: Awaited<ReturnType<typeof reductionsMade>>
}

export async function readDayBook(db: Reader, span: Span): Promise<DayBook> {
  return {
    confirmed: await confirmedOrders(db, span),
    settled: await settledOrders(db, span),
    ended: await endedOrders(db, span),
    moneyBack: await moneyGivenBack(db, span),
    reductions: await reductionsMade(db, span),
  }
}

/** So long the guests who were first asked in this time had waited since they checked in. */
export async function waitsForFirstOrder(db: Reader, { fromMs, untilMs }: Span): Promise<number[]> {
  const visits = await db
    .selectFrom('visits')
    .select(['started_at', 'first_order_at'])
    .where('first_order_at', '>=', fromMs)
    .where('first_order_at', '<', untilMs)
    .execute()
  return visits.map((visit) => (visit.first_order_at ?? visit.started_at) - visit.started_at)
}

function confirmedOrders(db: Reader, { fromMs, untilMs, asked }: Span) {
  return ordersOf(db, asked)
    .select('orders.confirmed_at as at')
    .where('orders.status', '=', 'confirmed')
    .where('orders.confirmed_at', '>=', fromMs)
    .where('orders.confirmed_at', '<', untilMs)
    .orderBy('orders.confirmed_at')
    .orderBy('orders.id')
    .$narrowType<{ at: number }>()
    .execute()
}

function settledOrders(db: Reader, { fromMs, untilMs, asked }: Span) {
  return ordersOf(db, asked)
    .select('orders.settled_at as at')
    .where('orders.settled_with', 'is not', null)
    .where('orders.settled_at', '>=', fromMs)
    .where('orders.settled_at', '<', untilMs)
    .orderBy('orders.settled_at')
    .orderBy('orders.id')
    .$narrowType<{ at: number }>()
    .execute()
}

/** Orders that came to an end and brought no money. */
function endedOrders(db: Reader, { fromMs, untilMs, asked }: Span) {
  return ordersOf(db, asked)
    .select('orders.closed_at as at')
    .where('orders.status', '=', 'closed')
    .where('orders.settled_with', 'is', null)
    .where('orders.closed_at', '>=', fromMs)
    .where('orders.closed_at', '<', untilMs)
    .orderBy('orders.closed_at')
    .orderBy('orders.id')
    .$narrowType<{ at: number }>()
    .execute()
}

function moneyGivenBack(db: Reader, { fromMs, untilMs, asked }: Span) {
  return ordersOf(db, asked)
    .innerJoin('money_back', 'money_back.order_id', 'orders.id')
    .select([
      'money_back.given_at as at',
      'money_back.amount_minor',
      'money_back.how',
      'money_back.reason',
      'money_back.given_by',
    ])
    .where('money_back.given_at', '>=', fromMs)
    .where('money_back.given_at', '<', untilMs)
    .orderBy('money_back.given_at')
    .orderBy('money_back.id')
    .execute()
}

function reductionsMade(db: Reader, { fromMs, untilMs, asked }: Span) {
  return ordersOf(db, asked)
    .innerJoin(
      countedReductions(db).selectAll('reductions').as('reductions'),
      'reductions.order_id',
      'orders.id',
    )
    .select([
      'reductions.made_at as at',
      'reductions.amount_minor',
      'reductions.kind',
      'reductions.reason',
      'reductions.made_by',
    ])
    .where('reductions.made_at', '>=', fromMs)
    .where('reductions.made_at', '<', untilMs)
    .orderBy('reductions.made_at')
    .orderBy('reductions.id')
    .execute()
}

/** Orders as they stand, with where they were and when they were first asked for. */
function ordersOf(db: Reader, asked: Span['asked']) {
  const orders = db
    .selectFrom('orders')
    .innerJoin('order_versions', (join) =>
      join
        .onRef('order_versions.order_id', '=', 'orders.id')
        .onRef('order_versions.version', '=', 'orders.version'),
    )
    .innerJoin('order_versions as first', (join) =>
      join.onRef('first.order_id', '=', 'orders.id').on('first.version', '=', 1),
    )
    .leftJoin('spots', 'spots.id', 'orders.spot_id')
    .select([
      'orders.id as order_id',
      'orders.spot_id',
      'orders.closed_as',
      'orders.settled_with',
      'orders.settled_by',
      'orders.decided_by',
      'orders.transaction_key',
      'orders.created_by',
      'orders.reserved_at',
      'orders.confirmed_at',
      'orders.taken_minor',
      'orders.held_currency',
      'order_versions.lines',
      'order_versions.total_minor',
      'order_versions.currency',
      'first.created_at as asked_at',
      'spots.identifier',
      'spots.location_id',
      'spots.title',
    ])
  if (!asked) return orders
  return orders
    .where('first.created_at', '>=', asked.fromMs)
    .where('first.created_at', '<', asked.untilMs)
}
