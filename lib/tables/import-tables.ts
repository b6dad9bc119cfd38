import 'server-only'
import type { Transaction } from 'kysely'
import type { Tables } from '#contract/table.ts'
import type { ImportLine, ImportTrouble, TableImport } from '#contract/table-import.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { problem } from '#lib/runtime/problem.ts'
import { formerOwners } from './former-owners.ts'
import { insertTables, type NewTable } from './insert-tables.ts'
import { planImport, type Planned } from './plan-import.ts'
import { readTables } from './read-tables.ts'
import { readTableRows } from './read-table-rows.ts'
import { countUp, refuseTooMany } from './register.ts'

const MOST_TROUBLES = 20

/**
 * What a file of tables would do to the register, and nothing of it done. Throws `invalid` with the lines that keep it
 * out and why.
 */
export async function previewImport(db: Database, file: Uint8Array): Promise<TableImport> {
  const register = await readTables(db)
  const lines = await plan(db, register, file)
  return { version: register.version, lines: lines.map(({ line }) => line) }
}

/**
 * Adds and changes what the file names over the register that it was compared with, all of it or nothing. Throws as
 * `previewImport` does, and `conflict` where the register has changed since.
 */
export async function importTables(
  db: Database,
  actor: Actor,
  file: Uint8Array,
  expectedVersion: number,
): Promise<Tables> {
  return db.transaction().execute(async (trx) => {
    const version = await countUp(trx)
    const register = await readTables(trx)
    if (version !== expectedVersion + 1) {
      throw problem('conflict', {
        detail: 'Somebody else has changed the tables in the meantime.',
        members: { isOutdated: true },
      })
    }
    const lines = await plan(trx, register, file)
    const adds = lines.flatMap(({ line }) => (line.what === 'add' ? newTable(line) : []))
    const changes = lines.filter(({ line }) => line.what === 'change')
    await refuseTooMany(trx, adds.length)
    const added = await insertTables(trx, adds)
    for (const planned of changes) await change(trx, planned)
    await recordAct(trx, {
      actor,
      act: 'table.import',
      subject: 'tables',
      outcome: 'done',
      detail: {
        added,
        changed: changes.map(({ line, table }) => ({ from: table, to: newTable(line) })),
      },
    })
    return readTables(trx)
  })
}

async function plan(
  db: Database | Transaction<Schema>,
  { tables, locations }: Tables,
  file: Uint8Array,
): Promise<Planned[]> {
  const { rows, troubles } = readTableRows(
    file,
    locations.map(({ id }) => id),
  )
  if (troubles.length > 0) throw refusal(troubles)
  const planned = planImport(rows, tables, await formerOwners(db, tables))
  if (planned.troubles.length > 0) throw refusal(planned.troubles)
  return planned.lines
}

function newTable({ locationId, identifier, name, area, seats, state }: ImportLine): NewTable {
  return { locationId, identifier, name, area, seats, state }
}

async function change(trx: Transaction<Schema>, { line, table }: Planned): Promise<void> {
  if (!table) return
  const { name, area, seats, state } = line
  await trx
    .updateTable('tables')
    .set({ name, area, seats, state, version: table.version + 1 })
    .where('id', '=', table.id)
    .execute()
}

function refusal(troubles: readonly ImportTrouble[]) {
  const shown = troubles.slice(0, MOST_TROUBLES)
  return problem('invalid', {
    detail: 'Nothing was changed: not every line of the file can be used.',
    errors: shown.map(({ line, column, why }) => ({
      path: column === undefined ? `line ${line}` : `line ${line}, ${column}`,
      message: why.replaceAll('_', ' '),
    })),
    members: { troubles: shown, more: troubles.length - shown.length },
  })
}
