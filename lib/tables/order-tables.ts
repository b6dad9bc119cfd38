import 'server-only'
import type { TableOrder, Tables } from '#contract/table.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { problem } from '#lib/runtime/problem.ts'
import { readTables } from './read-tables.ts'
import { countUp } from './register.ts'

/** Puts the tables into this order on screen. Throws `conflict` with the register where it has changed since. */
export async function orderTables(
  db: Database,
  actor: Actor,
  { ids }: TableOrder,
  expectedVersion: number,
): Promise<Tables> {
  return db.transaction().execute(async (trx) => {
    const version = await countUp(trx)
    const before = await readTables(trx)
    if (version !== expectedVersion + 1) {
      throw problem('conflict', {
        detail: 'Somebody else has changed the tables in the meantime.',
        members: { register: { ...before, version: version - 1 }, isOutdated: true },
      })
    }
    const known = new Set(before.tables.map(({ id }) => id))
    if (
      ids.length !== known.size ||
      new Set(ids).size !== ids.length ||
      !ids.every((id) => known.has(id))
    ) {
      throw problem('invalid', {
        errors: [{ path: 'ids', message: 'must name each table once' }],
      })
    }
    for (const [position, id] of ids.entries()) {
      await trx.updateTable('tables').set({ position }).where('id', '=', id).execute()
    }
    await recordAct(trx, {
      actor,
      act: 'table.order',
      subject: 'tables',
      outcome: 'done',
      detail: { from: before.tables.map(({ id }) => id), to: ids },
    })
    return readTables(trx)
  })
}
