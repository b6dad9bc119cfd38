import 'server-only'
import { spotNames } from '#lib/floor/spot-names.ts'
import type { Reader } from './day-book.ts'

/** What was received for an order: the wallet's own figure or, where it gave none, what was asked for. */
export function confirmedOf(row: {
  taken_minor: number | null
  held_currency: string | null
  total_minor: number
  currency: string
}): { amountMinor: number; currency: string } {
  return {
    amountMinor: row.taken_minor ?? row.total_minor,
    currency: row.held_currency ?? row.currency,
  }
}

/** A row of the book that is about a spot. */
export interface SpotRow {
  spot_id: number
  identifier: string | null
  location_id: number | null
}

/** What the spots of the book's rows are called now. A day that is closed keeps the names that it was closed with. */
export async function rowNames(db: Reader): Promise<(row: SpotRow) => string> {
  const nameOf = await spotNames(db)
  return ({ spot_id: id, identifier, location_id: locationId }) =>
    nameOf({ id, identifier, locationId })
}
