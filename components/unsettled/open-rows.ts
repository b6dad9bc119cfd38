import type { Order } from '#contract/order.ts'
import type { Unsettled } from '#contract/unsettled.ts'

/** One thing that has not come to an end: an order, or a table of which it is not known whether it is free. */
export interface OpenRow {
  key: string
  spotId: number
  spotName: string
  /** Since when it is open, in milliseconds since 1970. */
  since: number
  order: Order | null
  /** What else there is to know about it. */
  note?: string
}

/** Orders and tables in one list, oldest first. */
export function openRows({ orders, closes }: Unsettled): OpenRow[] {
  return [
    ...orders.map(({ spotName, order }) => ({
      key: order.id,
      spotId: order.spotId,
      spotName,
      since: order.createdAt,
      order,
    })),
    ...closes.map((close) => ({ ...close, key: `close of ${close.spotId}`, order: null })),
  ].toSorted((a, b) => a.since - b.since)
}
