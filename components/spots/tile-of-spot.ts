import { loudest } from '#contract/departure.ts'
import type { Tile } from '#contract/floor.ts'
import { sumMinor } from '#contract/money.ts'
import type { Order } from '#contract/order.ts'
import type { SpotDetail } from '#contract/spot.ts'

/** The spot as the floor would show it, so that its page says the same words at the same time. */
export function tileOfSpot(spot: SpotDetail): Tile {
  const held = spot.orders.filter((order) => order.status === 'reserved')
  const asked = spot.orders.filter(({ status }) => status === 'sending' || status === 'pending')
  const unpaid = asked.filter((order) => order.settledWith === undefined)
  const received = spot.orders.filter(
    (order) =>
      order.status === 'confirmed' ||
      order.closedAs === 'settled' ||
      (asked.includes(order) && order.settledWith !== undefined),
  )
  const withdrawn = spot.departures.map(({ withdrawnMinor }) => withdrawnMinor)
  const left = loudest(spot.departures)
  const asking = spot.orders.flatMap(({ work }) => (work?.outcome === 'asking' ? work.since : []))
  return {
    key: String(spot.id),
    name: spot.name,
    spot: {
      id: spot.id,
      identifier: spot.identifier,
      locationId: spot.locationId,
      status: spot.status,
    },
    ...(spot.table?.isResting && { isResting: true }),
    ...(spot.table?.tabMinor !== undefined && { tabMinor: spot.table.tabMinor }),
    area: null,
    asOf: null,
    going: null,
    since: spot.since,
    revision: 0,
    currency: spot.orders[0]?.currency ?? '',
    unpaidMinor: sumOf(unpaid) + sumMinor(withdrawn),
    heldMinor: sumOf(held),
    heldSince: earliest(held.flatMap((order) => order.reservedAt ?? [])),
    heldCount: held.length,
    receivedMinor: sumOf(received),
    askingSince: earliest(asking),
    unsettled: held.length + asked.length,
    ...(left && {
      left: { since: left.leftAt, isHere: left.answer === 'here', isAlarm: left.isAlarm },
    }),
    ...(spot.stranger && { isStranger: true }),
    ...(spot.closesAt === undefined ? {} : { closesAt: spot.closesAt }),
  }
}

function earliest(times: readonly number[]): number | null {
  return times.length > 0 ? Math.min(...times) : null
}

function sumOf(orders: readonly Order[]): number {
  return orders.reduce((sum, order) => sum + (order.takenMinor ?? order.totalMinor), 0)
}
