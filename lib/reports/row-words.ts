import 'server-only'
import { nameOfSpot } from '#lib/floor/tile.ts'

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

export function spotNameOf(row: { spot_id: number; identifier: string | null }): string {
  return nameOfSpot({ id: row.spot_id, identifier: row.identifier })
}
