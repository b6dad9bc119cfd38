import 'server-only'
import { matchKey } from '#contract/identifier.ts'
import { nameFor, type Table } from '#contract/table.ts'
import type { ImportLine, ImportTrouble } from '#contract/table-import.ts'
import { visibleText } from '#contract/text.ts'
import type { TableRow } from './read-table-rows.ts'
import type { Code } from './register.ts'

/** A line as it would be carried out, and the table that it is about where there is one. */
export interface Planned {
  line: ImportLine
  table: Table | undefined
}

/**
 * What the lines of a file would do to the register. A line is about the table whose code it names, whose spelling
 * stays as it was printed; the others are new. A table that no line names stays as it is. What was another table's
 * identifier is not taken from it by a file: somebody has to say so on the page.
 */
export function planImport(
  rows: readonly TableRow[],
  tables: readonly Table[],
  formerOwner: (code: Code) => Table | undefined,
): { lines: Planned[]; troubles: ImportTrouble[] } {
  const byCode = new Map(tables.map((table) => [keyOf(table), table]))
  const troubles: ImportTrouble[] = []
  const lines = rows.map((row) => {
    const table = byCode.get(keyOf(row))
    if (table) return { table, line: changed(row, table) }
    const former = formerOwner(row)
    if (former) {
      const { line } = row
      const text = visibleText(former.name)
      troubles.push({ line, why: 'was_of_another', column: 'identifier', text })
    }
    return { table, line: added(row) }
  })
  return { lines, troubles }
}

function added(row: TableRow): ImportLine {
  const { name = nameFor(row.identifier), area = null, seats = null, state = 'in_use' } = row
  return { ...row, what: 'add', name, area, seats, state, before: {} }
}

function changed(row: TableRow, table: Table): ImportLine {
  const facts = {
    name: row.name ?? table.name,
    area: row.area === undefined ? table.area : row.area,
    seats: row.seats === undefined ? table.seats : row.seats,
    state: row.state ?? table.state,
  }
  const before = {
    ...(facts.name === table.name ? {} : { name: table.name }),
    ...(facts.area === table.area ? {} : { area: table.area }),
    ...(facts.seats === table.seats ? {} : { seats: table.seats }),
    ...(facts.state === table.state ? {} : { state: table.state }),
  }
  const what = Object.keys(before).length > 0 ? 'change' : 'unchanged'
  const { locationId, identifier } = table
  return { line: row.line, what, locationId, identifier, ...facts, before }
}

function keyOf({ locationId, identifier }: Code): string {
  return `${locationId}:${matchKey(identifier)}`
}
