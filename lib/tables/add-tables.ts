import 'server-only'
import { randomBytes } from 'node:crypto'
import { matchKey } from '#contract/identifier.ts'
import type { Tables, TablesToAdd } from '#contract/table.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { now } from '#lib/runtime/clock.ts'
import { readTables } from './read-tables.ts'
import { countUp, keepCodes, refuseTakenCodes, refuseTooMany } from './register.ts'

/** Adds tables behind the others, all of them or none; answers the register. Throws as `refuseTakenCodes` does. */
export async function addTables(
  db: Database,
  actor: Actor,
  { tables, reusesIdentifiers }: TablesToAdd,
): Promise<Tables> {
  return db.transaction().execute(async (trx) => {
    await countUp(trx)
    await refuseTooMany(trx, tables.length)
    const wanted = tables.map((code, index) => ({ ...code, path: `tables.${index}.identifier` }))
    await refuseTakenCodes(trx, wanted, reusesIdentifiers ?? false)
    const last = await trx
      .selectFrom('tables')
      .select(({ fn }) => fn.max('position').as('position'))
      .executeTakeFirst()
    const first = (last?.position ?? -1) + 1
    const added = tables.map((table) => ({
      ...table,
      tableId: randomBytes(9).toString('base64url'),
    }))
    await trx
      .insertInto('tables')
      .values(
        added.map(({ tableId, locationId, identifier, name, area, seats }, index) => ({
          id: tableId,
          location_id: locationId,
          identifier,
          match_key: matchKey(identifier),
          name,
          area,
          seats,
          position: first + index,
          state: 'in_use',
          version: 1,
          created_at: now(),
        })),
      )
      .execute()
    await keepCodes(trx, added)
    await recordAct(trx, {
      actor,
      act: 'table.add',
      subject: added.length === 1 ? `table ${added[0]?.tableId}` : 'tables',
      outcome: 'done',
      detail: { tables: added },
    })
    return readTables(trx)
  })
}
