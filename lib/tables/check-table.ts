import 'server-only'
import { matchKey } from '#contract/identifier.ts'
import { isCheckOf, type TableCheck } from '#contract/round.ts'
import type { Table } from '#contract/table.ts'
import { visibleText } from '#contract/text.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'
import { readTable } from './read-tables.ts'

/**
 * Ticks and dates that somebody has found a table's code on it. The table's version stays as it is, since nobody has
 * changed what managers wrote. Throws `not_found`, and `conflict` with the table where this is not its code now.
 */
export async function checkTable(
  db: Database,
  actor: Actor,
  tableId: string,
  check: TableCheck,
): Promise<Table> {
  return db.transaction().execute(async (trx) => {
    const table = await readTable(trx, tableId)
    const notItsCode = () =>
      problem('conflict', { detail: 'This is not the code of that table.', members: { table } })
    if (table.state === 'retired' || !isCheckOf(table, check)) throw notItsCode()
    const ticked = { checked_at: now(), checked_by: actor.name }
    const { numUpdatedRows } = await trx
      .updateTable('tables')
      .set(ticked)
      .where('id', '=', tableId)
      // Somebody may be giving it another code at this moment.
      .where('location_id', '=', table.locationId)
      .where('match_key', '=', matchKey(table.identifier))
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw notItsCode()
    await recordAct(trx, {
      actor,
      act: 'table.check',
      subject: `table ${tableId}`,
      outcome: 'done',
      detail: { says: visibleText(check.says), isTyped: check.isTyped ?? false },
    })
    return readTable(trx, tableId)
  })
}
