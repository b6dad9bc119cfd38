import type { Order } from '#contract/order.ts'
import type { Unsettled } from '#contract/unsettled.ts'
import type { WayToTile } from '#components/floor/way-to-tile.ts'
import { pathOfPlace } from '#components/spots/path-of-place.ts'

/** One thing that has not come to an end: an order, a table of which it is not known whether it is free, or a tab. */
export interface OpenRow {
  key: string
  way: ReturnType<typeof pathOfPlace> | WayToTile
  spotName: string
  /** Since when it is open, in milliseconds since 1970. */
  since: number
  order: Order | null
  tab?: Pick<Order, 'totalMinor' | 'currency'>
  /** What else there is to know about it. */
  note?: string
}

/** Orders, tables and tabs in one list, oldest first. */
export function openRows({ orders, closes, tabs }: Unsettled): OpenRow[] {
  return [
    ...orders.map(({ spotName, order }) => ({
      key: order.id,
      way: pathOfPlace(order.spotId),
      spotName,
      since: order.createdAt,
      order,
    })),
    ...closes.map(({ spotId, spotName, since }) => ({
      key: `close of ${spotId}`,
      way: pathOfPlace(spotId),
      spotName,
      since,
      order: null,
    })),
    ...tabs.map(({ tableId, tableName, since, totalMinor, currency }) => ({
      key: `tab of ${tableId}`,
      way: `/tables/${tableId}` as const,
      spotName: tableName,
      since,
      order: null,
      tab: { totalMinor, currency },
    })),
  ].toSorted((a, b) => a.since - b.since)
}
