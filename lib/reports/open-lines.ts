import 'server-only'
import type { OpenLine } from '#contract/day.ts'
import { spotNames } from '#lib/floor/spot-names.ts'
import { nameOfSpot } from '#lib/floor/tile.ts'
import { unsettledOrders, type BookedOrder } from '#lib/orders/book/order-book.ts'
import { keptTabs } from '#lib/tabs/kept-tabs.ts'
import type { Reader } from './day-book.ts'
import type { DayWindow } from './day-window.ts'

/**
 * Everything that is not settled of a day and of those before it, oldest first: orders, tables that are being freed,
 * open spots of which no order says more, and tabs. What began after its end is the next day's.
 */
export async function openLines(db: Reader, { bounds }: DayWindow): Promise<OpenLine[]> {
  const spots = await spotsOf(db)
  const orders = await openOrders(db, spots)
  const closes = await unknownCloses(db, spots)
  const told = new Set([...orders, ...closes].map(({ spotId }) => spotId))
  const open = [...spots.values()].flatMap((spot) => (told.has(spot.id) ? [] : openSpot(spot)))
  const tabs = await openTabs(db)
  return [...orders, ...closes, ...open, ...tabs]
    .filter(({ since }) => since < bounds.untilMs)
    .toSorted((one, other) => one.since - other.since)
}

type Spots = Awaited<ReturnType<typeof spotsOf>>

async function spotsOf(db: Reader) {
  const rows = await db
    .selectFrom('spots')
    .leftJoin('visits', 'visits.id', 'spots.visit_id')
    .select([
      'spots.id',
      'spots.identifier',
      'spots.location_id as locationId',
      'spots.visit_id',
      'visits.started_at',
    ])
    .execute()
  const nameOf = await spotNames(db)
  return new Map(rows.map((row) => [row.id, { ...row, name: nameOf(row) }]))
}

function openSpot(spot: NonNullable<ReturnType<Spots['get']>>): OpenLine[] {
  if (spot.visit_id === null) return []
  const { id: spotId, name: spotName, started_at: since } = spot
  return [{ key: `spot ${spot.visit_id}`, kind: 'spot', spotId, spotName, since: since ?? 0 }]
}

async function openOrders(db: Reader, spots: Spots): Promise<OpenLine[]> {
  const orders = await unsettledOrders(db)
  return orders.map((order) => {
    const kind = kindOf(order, spots.get(order.spot_id)?.visit_id ?? null)
    return {
      key: `${kind} order ${order.id}`,
      kind,
      spotId: order.spot_id,
      spotName: nameAt(order.spot_id, spots),
      since: order.created_at,
      amountMinor: order.total_minor,
      currency: order.currency,
    }
  })
}

function kindOf(order: BookedOrder, presentVisit: string | null): OpenLine['kind'] {
  if (order.status === 'reserved') return 'held'
  if (order.status === 'sending' || order.work_act !== null) return 'unknown'
  return order.visit_id === presentVisit ? 'unpaid' : 'walk_out'
}

async function openTabs(db: Reader): Promise<OpenLine[]> {
  const tabs = await keptTabs(db)
  return tabs.map(({ tableId, tableName, since, totalMinor, currency }) => ({
    // A tab that has changed is another thing to give a reason for.
    key: `tab ${tableId} ${since}`,
    kind: 'tab',
    tableId,
    spotName: tableName,
    since,
    amountMinor: totalMinor,
    currency,
  }))
}

/** Tables of which it is not known yet whether they are free. */
async function unknownCloses(db: Reader, spots: Spots): Promise<OpenLine[]> {
  const closes = await db
    .selectFrom('intents')
    .select(['id', 'spot_id', 'created_at'])
    .where('act', '=', 'close')
    .where('state', '=', 'running')
    .execute()
  return closes.map((close) => ({
    key: `closing ${close.id}`,
    kind: 'closing',
    spotId: close.spot_id,
    spotName: nameAt(close.spot_id, spots),
    since: close.created_at,
  }))
}

function nameAt(spotId: number, spots: Spots): string {
  return spots.get(spotId)?.name ?? nameOfSpot({ id: spotId, identifier: null })
}
