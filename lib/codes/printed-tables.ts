import 'server-only'
import { codeOfTable, type CodeForm } from '#contract/table-code.ts'
import type { Table } from '#contract/table.ts'
import type { DarkFields } from '#contract/dark-path.ts'
import type { Database } from '#lib/database/open-database.ts'
import { problem } from '#lib/runtime/problem.ts'
import { readTable, tablesInOrder } from '#lib/tables/read-tables.ts'
import { codeMatrix } from './code-matrix.ts'

/** Whose codes can be printed: who scans the code of a retired table is a stranger. */
function hasCode({ state }: Table): boolean {
  return state !== 'retired'
}

/** All tables that have a code, in the order of the register. */
export async function tablesWithCodes(db: Database): Promise<Table[]> {
  return (await tablesInOrder(db)).filter(hasCode)
}

/** Those of them that are named, in the order of the register; `not_found` where one is not there, or none at all. */
export async function tablesToPrint(
  db: Database,
  tableIds: readonly string[] | undefined,
): Promise<Table[]> {
  const tables = await tablesWithCodes(db)
  const named = new Set(tableIds ?? tables.map(({ id }) => id))
  const found = tables.filter(({ id }) => named.has(id))
  if (found.length === 0 || found.length < named.size) {
    throw problem('not_found', { detail: 'There is no such table to print a code for.' })
  }
  return found
}

/** One table that has a code; throws `not_found`. */
export async function tableToPrint(db: Database, tableId: string): Promise<Table> {
  const table = await readTable(db, tableId)
  if (hasCode(table)) return table
  throw problem('not_found', { detail: 'This table is retired, and its code with it.' })
}

export function matrixOf(table: Table, form: CodeForm): DarkFields {
  return codeMatrix(codeOfTable(table, form))
}
