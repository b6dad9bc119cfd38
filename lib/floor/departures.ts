import 'server-only'
import * as z from 'zod/mini'
import { ANSWER_WITHIN_MS, Departure, WAIT_MS } from '#contract/departure.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'
import type { Transaction } from 'kysely'
import { isWithdrawnAtDeparture } from './withdrawn.ts'

/** What a visit that has ended says of what became of its guests. */
export interface Answered {
  leftAt: number
  answer: string | null
  answeredAt: number | null
}

/**
 * When somebody has to decide about guests who have left: once they are said to be gone, once the time to say something
 * is over, and again when nobody waits for them any more. What was done about it and did not settle it has the same time
 * as an answer that never came. Null where they are still here.
 */
export function alarmAt({ leftAt, answer, answeredAt }: Answered): number | null {
  const since = answeredAt ?? leftAt
  switch (answer) {
    case 'here':
      return null
    case 'gone':
      return since
    case 'wait':
      return since + WAIT_MS
    default:
      return since + ANSWER_WITHIN_MS
  }
}

/**
 * The visits at spots that have ended although something of them is unpaid or held: Spotboard's own closing ends all
 * that first, so the guests have ended them themselves. What was taken otherwise is on its way out of the app. A wallet
 * that withdraws unpaid orders with the check-out leaves them as unpaid as any other.
 */
export async function departuresOf(
  db: Database | Transaction<Schema>,
  spotIds: readonly number[],
): Promise<Map<number, Departure[]>> {
  const departures = new Map<number, Departure[]>()
  for (const row of spotIds.length === 0 ? [] : await ordersLeftBehind(db, spotIds)) {
    const ofSpot = departures.get(row.spot_id) ?? []
    departures.set(row.spot_id, ofSpot)
    const known = ofSpot.find(({ visitId }) => visitId === row.visit_id)
    if (known) {
      known.orderIds.push(row.id)
      known.withdrawnMinor += withdrawnMinorOf(row)
    } else ofSpot.push(describeDeparture(row))
  }
  return departures
}

type LeftBehind = Awaited<ReturnType<typeof ordersLeftBehind>>[number]

function ordersLeftBehind(db: Database | Transaction<Schema>, spotIds: readonly number[]) {
  return db
    .selectFrom('orders')
    .innerJoin('visits', 'visits.id', 'orders.visit_id')
    .innerJoin('order_versions', (join) =>
      join
        .onRef('order_versions.order_id', '=', 'orders.id')
        .onRef('order_versions.version', '=', 'orders.version'),
    )
    .select([
      'orders.id',
      'orders.status',
      'order_versions.total_minor',
      'orders.spot_id',
      'orders.visit_id',
      'visits.ended_at',
      'visits.answer',
      'visits.answered_by',
      'visits.answered_at',
      'visits.answers',
    ])
    .where('orders.spot_id', 'in', spotIds)
    .where('visits.ended_at', 'is not', null)
    .where((is) =>
      is.or([
        is('orders.status', '=', 'reserved'),
        is.and([
          is('orders.status', 'in', ['sending', 'pending']),
          is('orders.settled_with', 'is', null),
        ]),
        isWithdrawnAtDeparture(is),
      ]),
    )
    .orderBy('visits.ended_at')
    .orderBy('orders.created_at')
    .orderBy('orders.id')
    .execute()
}

function describeDeparture(row: LeftBehind): Departure {
  const leftAt = row.ended_at ?? 0
  const alarm = alarmAt({ leftAt, answer: row.answer, answeredAt: row.answered_at })
  return z.parse(Departure, {
    visitId: row.visit_id,
    leftAt,
    version: row.answers,
    answer: row.answer ?? undefined,
    answeredBy: row.answered_by ?? undefined,
    answeredAt: row.answered_at ?? undefined,
    isAlarm: alarm !== null && alarm <= now(),
    alarmAt: alarm ?? undefined,
    orderIds: [row.id],
    withdrawnMinor: withdrawnMinorOf(row),
  })
}

function withdrawnMinorOf({ status, total_minor: totalMinor }: LeftBehind): number {
  return status === 'closed' ? totalMinor : 0
}
