import * as z from 'zod/mini'
import { Table } from './table.ts'

/** What a file of tables may have columns of. Only the identifier has to be there. */
export const tableColumns = ['location', 'identifier', 'name', 'area', 'seats', 'state'] as const
export type TableColumn = (typeof tableColumns)[number]

/** Why no row of a file can be read. */
export const brokenFiles = ['not_utf8', 'has_nul', 'stray_quote', 'open_quote'] as const
export type BrokenFile = (typeof brokenFiles)[number]

/** What keeps a file of tables out. */
export const importTroubleKinds = [
  ...brokenFiles,
  'no_lines',
  'too_many_lines',
  'missing_column',
  'unknown_column',
  'column_twice',
  'wrong_number_of_cells',
  'unknown_location',
  'empty',
  'too_long',
  'unseen_characters',
  'formula',
  'not_a_number',
  'unknown_state',
  'twice',
  'was_of_another',
] as const

export const ImportTrouble = z.strictObject({
  /** In the file, counted from 1. */
  line: z.int(),
  why: z.enum(importTroubleKinds),
  column: z.optional(z.enum(tableColumns)),
  /** What stands there or what it meets, fit for a screen. */
  text: z.optional(z.string()),
})
export type ImportTrouble = z.infer<typeof ImportTrouble>

const { locationId, identifier, name, area, seats, state } = Table.shape
const facts = { locationId, identifier, name, area, seats, state }

/** What a line of the file says about a table, and what of it is new. */
export const ImportLine = z.strictObject({
  line: z.int(),
  what: z.enum(['add', 'change', 'unchanged']),
  ...facts,
  /** What was otherwise until now; empty where the table is new or stays as it is. */
  before: z.partial(z.strictObject(facts)),
})
export type ImportLine = z.infer<typeof ImportLine>

/** What an import would do. */
export const TableImport = z.strictObject({
  /** Of the register that it was compared with; `If-Match` of the import itself. */
  version: z.int(),
  lines: z.array(ImportLine),
})
export type TableImport = z.infer<typeof TableImport>
