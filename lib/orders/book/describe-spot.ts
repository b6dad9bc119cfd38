import 'server-only'
import type { SpotDetail } from '#contract/spot.ts'
import { database } from '#lib/database/connection.ts'
import { describeStranger } from '#lib/floor/describe-stranger.ts'
import { departuresOf } from '#lib/floor/departures.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { nobodyToday } from '#lib/tables/nobody-here.ts'
import { plannedClosing } from '../planned-closing.ts'
import { knownSpot } from '../known-spot.ts'
import { lastRound } from './last-round.ts'
import { moneyBackOf } from './money-back.ts'
import { describe, ordersOfSpot, visitAt } from './order-book.ts'

/** A spot with the orders of its visit; throws `not_found` only on the wallet's word. */
export async function describeSpot(spotId: number): Promise<SpotDetail> {
  const { id, identifier, locationId, status, since } = await knownSpot(spotId)
  const db = await database()
  const orders = await ordersOfSpot(db, spotId)
  const moneyBack = await moneyBackOf(
    db,
    orders.map((order) => order.id),
  )
  const visitId = await visitAt(db, spotId)
  const stranger = await describeStranger(db, spotId)
  const floor = await liveFloor()
  const table = floor.tableOf(spotId)
  const isOnItsTile = table && floor.spotAt(table.id)?.id === spotId
  return {
    id,
    identifier,
    locationId,
    status,
    name: floor.nameOf({ id, identifier, locationId }),
    since,
    orders: orders.map((order) => describe(order, moneyBack.get(order.id))),
    ...(isOnItsTile && {
      table: {
        id: table.id,
        isResting: table.isResting,
        ...(table.tabMinor > 0 && { tabMinor: table.tabMinor }),
        nobodyHere: await nobodyToday(db, table.id),
      },
    }),
    departures: (await departuresOf(db, [spotId])).get(spotId) ?? [],
    closesAt: (await plannedClosing(db, spotId))?.not_before ?? undefined,
    ...(stranger && { stranger }),
    lastRound: visitId === null ? [] : await lastRound(db, visitId),
  }
}
