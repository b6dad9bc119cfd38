import 'server-only'
import type { Table } from '#contract/table.ts'
import { tableColumns, type TableColumn } from '#contract/table-import.ts'
import { csvOf, textCell } from '#lib/csv/write-csv.ts'

/** The register as a file, in its order on screen; imported again it changes nothing. */
export function tablesCsv(tables: readonly Table[]): string {
  const rows = tables.map((table): Record<TableColumn, string> => ({
    location: String(table.locationId),
    identifier: textCell(table.identifier),
    name: textCell(table.name),
    area: textCell(table.area ?? ''),
    seats: String(table.seats ?? ''),
    state: table.state,
  }))
  return csvOf([tableColumns, ...rows.map((row) => tableColumns.map((column) => row[column]))])
}
