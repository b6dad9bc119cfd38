import 'server-only'
import type { Tables, TablesToAdd } from '#contract/table.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { insertTables } from './insert-tables.ts'
import { readTables } from './read-tables.ts'
import { countUp, refuseTakenCodes, refuseTooMany } from './register.ts'

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
    const added = await insertTables(
      trx,
      tables.map((table) => ({ ...table, state: 'in_use' })),
    )
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
