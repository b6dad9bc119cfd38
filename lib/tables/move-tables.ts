import 'server-only'
import type { Tables, TablesMove } from '#contract/table.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { problem } from '#lib/runtime/problem.ts'
import { readTables } from './read-tables.ts'
import { countUp } from './register.ts'

/**
 * Moves tables to another area, all of them or none. Throws `not_found`, and `conflict` with the present register where
 * somebody else has changed one of them since.
 */
export async function moveTables(
  db: Database,
  actor: Actor,
  { tables: seen, area }: TablesMove,
): Promise<Tables> {
  return db.transaction().execute(async (trx) => {
    const version = await countUp(trx)
    const before = await readTables(trx)
    const byId = new Map(before.tables.map((table) => [table.id, table]))
    const moved = seen.map(({ id }) => {
      const table = byId.get(id)
      if (!table) throw problem('not_found', { detail: 'There is no such table.' })
      return table
    })
    if (seen.some((one) => byId.get(one.id)?.version !== one.version)) {
      throw problem('conflict', {
        detail: 'Somebody else has changed some of these tables in the meantime.',
        members: { register: { ...before, version: version - 1 }, isOutdated: true },
      })
    }
    for (const table of moved) {
      await trx
        .updateTable('tables')
        .set({ area, version: table.version + 1 })
        .where('id', '=', table.id)
        .execute()
    }
    await recordAct(trx, {
      actor,
      act: 'table.move',
      subject: 'tables',
      outcome: 'done',
      detail: { tables: moved.map((table) => ({ tableId: table.id, from: table.area })), to: area },
    })
    return readTables(trx)
  })
}
