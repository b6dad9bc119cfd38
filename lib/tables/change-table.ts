import 'server-only'
import { matchKey } from '#contract/identifier.ts'
import type { Table, TableChange } from '#contract/table.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { problem } from '#lib/runtime/problem.ts'
import { readTable } from './read-tables.ts'
import { refuseWhileTabKept } from '#lib/tabs/refuse-while-tab-kept.ts'
import { countUp, keepCodes, refuseTakenCodes, type Code } from './register.ts'

/**
 * Changes what is named of a table: renames it, moves it to another area, gives it another code, lets it rest, retires
 * it or brings it back. Throws `conflict` with the present table where somebody else has changed it since, and as
 * `refuseTakenCodes` does.
 */
export async function changeTable(
  db: Database,
  actor: Actor,
  tableId: string,
  change: TableChange,
  expectedVersion: number,
): Promise<Table> {
  return db.transaction().execute(async (trx) => {
    await countUp(trx)
    const before = await readTable(trx, tableId)
    if (before.version !== expectedVersion) {
      throw problem('conflict', {
        detail: 'Somebody else has changed this table in the meantime.',
        members: { table: before, isOutdated: true },
      })
    }
    const { locationId = before.locationId, identifier = before.identifier } = change
    const code = { tableId, locationId, identifier }
    const wanted = { ...code, path: 'identifier' }
    await refuseTakenCodes(trx, [wanted], change.reusesIdentifiers ?? false)
    if (change.state === 'retired') await refuseWhileTabKept(trx, tableId)
    await trx
      .updateTable('tables')
      .set({
        location_id: locationId,
        identifier,
        match_key: matchKey(identifier),
        name: change.name ?? before.name,
        area: change.area === undefined ? before.area : change.area,
        seats: change.seats === undefined ? before.seats : change.seats,
        state: change.state ?? before.state,
        // What somebody found on the table says nothing about another code.
        ...(isSameCode(before, code) ? {} : { checked_at: null, checked_by: null }),
        version: before.version + 1,
      })
      .where('id', '=', tableId)
      .execute()
    await keepCodes(trx, [code])
    const table = await readTable(trx, tableId)
    await recordAct(trx, {
      actor,
      act: 'table.change',
      subject: `table ${tableId}`,
      outcome: 'done',
      detail: { from: before, to: table },
    })
    return table
  })
}

function isSameCode(one: Code, other: Code): boolean {
  return (
    one.locationId === other.locationId && matchKey(one.identifier) === matchKey(other.identifier)
  )
}
