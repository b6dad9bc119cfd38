import 'server-only'
import type { Transaction } from 'kysely'
import { Register } from '#contract/identifier.ts'
import { isAtCounter } from '#contract/place.ts'
import { visibleText } from '#contract/text.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { nameOfSpot, type NamedSpot } from './tile.ts'

/** What people call a spot, by what the book says of it. */
export type NameOf = (spot: NamedSpot) => string

/**
 * What people call spots now, as `LiveFloor.nameOf` does, for whoever reads the book: by their table's name, and where
 * they are no table's by what their codes say.
 */
export async function spotNames(db: Database | Transaction<Schema>): Promise<NameOf> {
  const rows = await db
    .selectFrom('tables')
    .select(['location_id', 'identifier', 'name'])
    .where('state', '!=', 'retired')
    .execute()
  const register = new Register(
    rows.map((row) => ({
      locationId: row.location_id,
      identifier: row.identifier,
      name: visibleText(row.name),
    })),
  )
  return (spot) => (!isAtCounter(spot.id) && register.tableOf(spot)?.name) || nameOfSpot(spot)
}
