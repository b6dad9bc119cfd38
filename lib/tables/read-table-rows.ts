import 'server-only'
import { matchKey } from '#contract/identifier.ts'
import {
  LONGEST_IDENTIFIER,
  LONGEST_NAME,
  MOST_SEATS,
  MOST_TABLES,
  tableStates,
  type TableState,
} from '#contract/table.ts'
import { tableColumns, type ImportTrouble, type TableColumn } from '#contract/table-import.ts'
import { UNSEEN, visibleText } from '#contract/text.ts'
import { isBrokenCsv, readCsv, type CsvRow } from '#lib/csv/read-csv.ts'
import { textOfCell } from '#lib/csv/write-csv.ts'

/** What a line says; what it does not name, or leaves empty although a table needs it, is undefined. */
export interface TableRow {
  line: number
  locationId: number
  identifier: string
  name: string | undefined
  area: string | null | undefined
  seats: number | null | undefined
  state: TableState | undefined
}

interface Read {
  rows: TableRow[]
  troubles: ImportTrouble[]
}

type Cells = Partial<Record<TableColumn, string>>
type Tell = (trouble: Omit<ImportTrouble, 'line'>) => void

/** Reads a file of tables. Where there is any trouble, its rows are not to be used. */
export function readTableRows(bytes: Uint8Array, locationIds: readonly number[]): Read {
  let file: CsvRow[]
  try {
    // One more than there may be, behind the line of columns.
    file = readCsv(bytes, MOST_TABLES + 2)
  } catch (error) {
    if (isBrokenCsv(error)) return only({ line: error.line, why: error.why })
    throw error
  }
  const [head, ...body] = file
  const lines = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const first = lines[0]
  if (!head || !first) return only({ line: head ? 2 : 1, why: 'no_lines' })
  const columns = head.cells.map((cell) => cell.trim().toLowerCase())
  const troubles = troublesOfHead(columns, locationIds)
  if (troubles.length > 0) return { rows: [], troubles }
  if (body.length > MOST_TABLES) {
    return only({ line: body.at(-1)?.line ?? 0, why: 'too_many_lines', text: `${MOST_TABLES}` })
  }
  const rows = lines.flatMap(({ line, cells }) => {
    const before = troubles.length
    const tell: Tell = (trouble) => troubles.push({ line, ...trouble })
    if (cells.length !== columns.length) {
      tell({ why: 'wrong_number_of_cells', text: `${cells.length} / ${columns.length}` })
      return []
    }
    const named: Cells = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))
    const row = { line, ...rowOf(named, locationIds, tell) }
    return troubles.length > before ? [] : [row]
  })
  return { rows, troubles: [...troubles, ...twins(rows)].toSorted((a, b) => a.line - b.line) }
}

function only(trouble: ImportTrouble): Read {
  return { rows: [], troubles: [trouble] }
}

function troublesOfHead(columns: readonly string[], locationIds: readonly number[]) {
  const known: readonly string[] = tableColumns
  const needed = locationIds.length === 1 ? ['identifier'] : ['location', 'identifier']
  const missing = needed.filter((column) => !columns.includes(column))
  const troubles: ImportTrouble[] = missing.map((text) => ({
    line: 1,
    why: 'missing_column',
    text,
  }))
  for (const [at, column] of columns.entries()) {
    const text = visibleText(column)
    if (!known.includes(column)) troubles.push({ line: 1, why: 'unknown_column', text })
    else if (columns.indexOf(column) < at) troubles.push({ line: 1, why: 'column_twice', text })
  }
  return troubles
}

function rowOf(cells: Cells, locationIds: readonly number[], tell: Tell): Omit<TableRow, 'line'> {
  const text = (column: TableColumn, longest: number) => textIn(cells, column, longest, tell)
  const identifier = text('identifier', LONGEST_IDENTIFIER)
  if (identifier !== undefined && matchKey(identifier) === '') {
    tell({ why: 'empty', column: 'identifier' })
  }
  const area = text('area', LONGEST_NAME)
  return {
    locationId: locationIn(cells.location, locationIds, tell),
    identifier: identifier ?? '',
    name: text('name', LONGEST_NAME) || undefined,
    area: area === '' ? null : area,
    seats: seatsIn(cells.seats, tell),
    state: stateIn(cells.state, tell),
  }
}

function textIn(cells: Cells, column: TableColumn, longest: number, tell: Tell) {
  const cell = cells[column]
  if (cell === undefined) return undefined
  const trimmed = cell.trim()
  const text = textOfCell(trimmed)
  const shown = visibleText(trimmed, 40)
  if (UNSEEN.test(trimmed)) tell({ why: 'unseen_characters', column, text: shown })
  else if (text === null) tell({ why: 'formula', column, text: shown })
  else if (text.length > longest) tell({ why: 'too_long', column, text: `${longest}` })
  return text?.trim()
}

function locationIn(cell: string | undefined, locationIds: readonly number[], tell: Tell): number {
  const [only = 0] = locationIds
  if (cell === undefined || (cell.trim() === '' && locationIds.length === 1)) return only
  const id = locationIds.find((locationId) => String(locationId) === cell.trim())
  if (id === undefined)
    tell({ why: 'unknown_location', column: 'location', text: visibleText(cell) })
  return id ?? 0
}

function seatsIn(cell: string | undefined, tell: Tell): number | null | undefined {
  if (cell === undefined) return undefined
  const typed = cell.trim()
  if (typed === '') return null
  const seats = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
  if (seats < 1 || seats > MOST_SEATS) {
    tell({ why: 'not_a_number', column: 'seats', text: visibleText(typed, 40) })
  }
  return seats
}

function stateIn(cell: string | undefined, tell: Tell): TableState | undefined {
  const typed = cell?.trim().toLowerCase() ?? ''
  const state = tableStates.find((one) => one === typed)
  if (typed !== '' && !state) {
    tell({ why: 'unknown_state', column: 'state', text: visibleText(typed, 40) })
  }
  return state
}

/** Two lines about one table, which letter case does not tell apart (law 7). */
function twins(rows: readonly TableRow[]): ImportTrouble[] {
  const lines = new Map<string, number>()
  return rows.flatMap(({ line, locationId, identifier }) => {
    const code = `${locationId}:${matchKey(identifier)}`
    const first = lines.get(code)
    if (first === undefined) {
      lines.set(code, line)
      return []
    }
    return [{ line, why: 'twice' as const, column: 'identifier' as const, text: `${first}` }]
  })
}
