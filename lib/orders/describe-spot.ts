import 'server-only'
import type { SpotDetail } from '#contract/spot.ts'
import { database } from '#lib/database/connection.ts'
import { nameOfSpot } from '#lib/floor/tile.ts'
import { knownSpot } from './known-spot.ts'
import { describe, ordersOfSpot } from './order-book.ts'

/** A spot with the orders of its visit; throws `not_found` only on the wallet's word. */
export async function describeSpot(spotId: number): Promise<SpotDetail> {
  const { id, identifier, locationId, status, since, ...spot } = await knownSpot(spotId)
  const orders = await ordersOfSpot(await database(), spotId)
  const name = nameOfSpot({ id, identifier, ...spot })
  return { id, identifier, locationId, status, name, since, orders: orders.map(describe) }
}
