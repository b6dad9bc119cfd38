import assert from 'node:assert/strict'
import type { TableDraft, Tables } from '#contract/table.ts'
import type { ImportTrouble } from '#contract/table-import.ts'
import type { Database } from '#lib/database/open-database.ts'
import { addTables } from '../add-tables.ts'
import { readTables } from '../read-tables.ts'

export const ona = { staffId: 'm', name: 'Ona', sessionId: 's', address: null }
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

export function draft(identifier: string, more: Partial<TableDraft> = {}): TableDraft {
  return { locationId: 3, identifier, name: identifier, area: null, seats: null, ...more }
}

export async function everything(db: Database): Promise<unknown> {
  const audit = await db.selectFrom('audit').selectAll().execute()
  const codes = await db.selectFrom('table_identifiers').selectAll().execute()
  return { register: await readTables(db), audit, codes }
}

export async function troublesOf(reading: Promise<unknown>): Promise<ImportTrouble[]> {
  const error = await reading.then(
    () => assert.fail('it was taken'),
    (refusal: Error & { code: string; members: { troubles: ImportTrouble[] } }) => refusal,
  )
  assert.equal(error.code, 'invalid', error.message)
  return error.members.troubles
}

/** A register of three tables, of which the first is called and set otherwise than its code. */
export async function house(
  open: () => Promise<{ db: Database }>,
): Promise<{ db: Database; tables: Tables['tables'] }> {
  const { db } = await open()
  const { tables } = await addTables(db, ona, {
    tables: [draft('T1', { name: 'Window', seats: 4 }), draft('T2'), draft('BAR 1')],
  })
  return { db, tables }
}
