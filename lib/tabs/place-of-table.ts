import 'server-only'
import { database } from '#lib/database/connection.ts'
import { nextPlaceId, PLACES } from '#lib/orders/submit-at-counter.ts'
import { now } from '#lib/runtime/clock.ts'
import { inTurn } from '#lib/runtime/in-turn.ts'
import { readTable } from '#lib/tables/read-tables.ts'

/**
 * A place of the book's own for a table that nobody has scanned yet, so that what is taken there is taken somewhere. It
 * bears the table's location and identifier, by which it is found and named; places at the counter bear no location.
 * Throws `not_found`.
 */
export async function placeOfTable(tableId: string): Promise<number> {
  const db = await database()
  return inTurn(PLACES, () =>
    db.transaction().execute(async (trx) => {
      const { locationId, identifier } = await readTable(trx, tableId)
      const known = await trx
        .selectFrom('spots')
        .select('id')
        .where('id', '<', 0)
        .where('location_id', '=', locationId)
        .where('identifier', '=', identifier)
        .executeTakeFirst()
      if (known) return known.id
      const id = await nextPlaceId(trx)
      await trx
        .insertInto('spots')
        .values({
          id,
          location_id: locationId,
          identifier,
          title: null,
          status: 'closed',
          since: now(),
          visit_id: null,
        })
        .execute()
      return id
    }),
  )
}
