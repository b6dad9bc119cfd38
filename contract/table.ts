import * as z from 'zod/mini'
import { matchKey } from './identifier.ts'
import { typedText } from './typed-text.ts'

export const LONGEST_IDENTIFIER = 100
export const MOST_TABLES = 2000
const MOST_SEATS = 999

/** `resting` is out of service for now: guests who check in there are still seen. `retired` is no table any more. */
export const tableStates = ['in_use', 'resting', 'retired'] as const
export type TableState = (typeof tableStates)[number]

const id = z.string().check(z.minLength(1), z.maxLength(64))

const facts = {
  /** The wallet's location id, which stands in the table's code. */
  locationId: z.int().check(z.gte(1)),
  /** What the code says. It names a table whatever its letter case and the space around it (law 7). */
  identifier: typedText(LONGEST_IDENTIFIER).check(
    z.refine((text) => matchKey(text) !== '', { error: 'must not be empty' }),
  ),
  /** What people call it. */
  name: typedText(40),
  /** The part of the house that it stands in; null for that of its location. */
  area: z.nullable(typedText(40)),
  seats: z.nullable(z.int().check(z.gte(1), z.lte(MOST_SEATS))),
}

export const Table = z.strictObject({
  id,
  ...facts,
  state: z.enum(tableStates),
  /** Counts what managers changed of it; `If-Match` of a change. */
  version: z.int(),
  /** When somebody last scanned the code that is stuck on it, and who; milliseconds since 1970. */
  checkedAt: z.nullable(z.int()),
  checkedBy: z.nullable(z.string()),
})
export type Table = z.infer<typeof Table>

/** All tables in the order in which they stand on screen, the retired ones included. */
export const Tables = z.strictObject({
  /** Counts every change to any table; `If-Match` of their order. */
  version: z.int(),
  tables: z.array(Table),
  /** Where tables can be: what the wallet shows of the merchant's locations. */
  locations: z.array(z.strictObject({ id: z.int(), title: z.nullable(z.string()) })),
})
export type Tables = z.infer<typeof Tables>

export const TableDraft = z.strictObject(facts)
export type TableDraft = z.infer<typeof TableDraft>

/** One table or a series of them, at the end of the others; all are added or none. */
export const TablesToAdd = z.strictObject({
  tables: z.array(TableDraft).check(z.minLength(1), z.maxLength(500)),
  /** Takes identifiers that another table has had before, so that its old codes lead to the new table. */
  reusesIdentifiers: z.optional(z.boolean()),
})
export type TablesToAdd = z.infer<typeof TablesToAdd>

/** What is not named stays as it is. With another identifier the table's old code is a stranger's. */
export const TableChange = z.partial(
  z.strictObject({
    ...facts,
    state: z.enum(tableStates),
    reusesIdentifiers: z.boolean(),
  }),
)
export type TableChange = z.infer<typeof TableChange>

/** The ids of all tables in their new order. */
export const TableOrder = z.strictObject({ ids: z.array(id).check(z.maxLength(MOST_TABLES)) })
export type TableOrder = z.infer<typeof TableOrder>
