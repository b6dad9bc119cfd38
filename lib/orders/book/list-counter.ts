import 'server-only'
import type { Counter, CounterOrder } from '#contract/counter.ts'
import { database } from '#lib/database/connection.ts'
import { nameOfSpot } from '#lib/floor/tile.ts'
import { now } from '#lib/runtime/clock.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { booked, describe, unsettled, type BookedOrder, type Reader } from './order-book.ts'

/** So long an order that has ended is still at hand, to be asked again or shown as paid. */
const AT_HAND_MS = 3_600_000
const MINUTE_MS = 60_000

/** What guests without a table are asked, and what has ended lately. */
export async function listCounter(): Promise<Counter> {
  const db = await database()
  const { counterMinutes } = await readSettings(db)
  const names = await namesAtCounter(db)
  const orders = await ordersAtCounter(db, now() - AT_HAND_MS)
  const shown = (order: BookedOrder): CounterOrder => ({
    name: names.get(order.spot_id) ?? '',
    order: describe(order),
    isOverdue: isUnpaid(order) && order.created_at + counterMinutes * MINUTE_MS <= now(),
  })
  return {
    open: orders.filter(isOpen).map(shown),
    ended: orders
      .filter((order) => !isOpen(order))
      .map(shown)
      .toReversed(),
  }
}

function isOpen(order: BookedOrder): boolean {
  return isUnpaid(order) || order.status === 'reserved'
}

function isUnpaid({ status }: BookedOrder): boolean {
  return status === 'sending' || status === 'pending'
}

async function namesAtCounter(db: Reader): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('spots')
    .select(['id', 'identifier'])
    .where('id', '<', 0)
    .where('location_id', 'is', null)
    .where((is) =>
      is.exists(
        is
          .selectFrom('orders')
          .select('orders.id')
          .whereRef('orders.spot_id', '=', 'spots.id')
          .where((of) =>
            of.or([
              of('orders.created_at', '>', now() - AT_HAND_MS),
              of('orders.status', 'in', ['sending', 'pending', 'reserved']),
            ]),
          ),
      ),
    )
    .execute()
  return new Map(rows.map((row) => [row.id, nameOfSpot(row)]))
}

/** The orders at the counter that have to come to an end, and all that were asked for since then, oldest first. */
async function ordersAtCounter(db: Reader, since: number): Promise<BookedOrder[]> {
  return (
    booked(db)
      .innerJoin('spots', 'spots.id', 'orders.spot_id')
      .where('orders.spot_id', '<', 0)
      // What was taken at a table that nobody had scanned is no counter's.
      .where('spots.location_id', 'is', null)
      .where((is) =>
        is.or([is('orders.status', 'in', [...unsettled]), is('orders.created_at', '>', since)]),
      )
      .orderBy('orders.created_at')
      .execute()
  )
}
