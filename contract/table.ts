import * as z from 'zod/mini'
import { matchKey } from './identifier.ts'
import { shorten } from './shorten.ts'
import { typedText } from './typed-text.ts'

export const LONGEST_IDENTIFIER = 100
export const MOST_TABLES = 2000
/** So many tables are added or moved with one call. */
export const MOST_AT_ONCE = 500
export const LONGEST_NAME = 40
export const MOST_SEATS = 999

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
  name: typedText(LONGEST_NAME),
  /** The part of the house that it stands in; null for that of its location. */
  area: z.nullable(typedText(LONGEST_NAME)),
  seats: z.nullable(z.int().check(z.gte(1), z.lte(MOST_SEATS))),
}

/** What a table is called where nobody says it: as its code says, as far as there is room. */
export function nameFor(identifier: string): string {
  let name = identifier
  for (let most = LONGEST_NAME; name.length > LONGEST_NAME; most -= 1) {
    name = shorten(identifier, most)
  }
  return name
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
  tables: z.array(TableDraft).check(z.minLength(1), z.maxLength(MOST_AT_ONCE)),
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

/** Moves tables to another part of the house, all of them or none; null for that of their location. */
export const TablesMove = z.strictObject({
  /** Each with the version that it was seen in. */
  tables: z
    .array(z.strictObject({ id, version: z.int() }))
    .check(z.minLength(1), z.maxLength(MOST_AT_ONCE)),
  area: facts.area,
})
export type TablesMove = z.infer<typeof TablesMove>

/** Why a spot cannot be taken over as a table just like that. */
export const obstacles = [
  'unseen_characters',
  'too_long',
  'no_identifier',
  'no_location',
  'twice',
  'retired',
  'former',
] as const

/** A spot that the wallet shows and whose code is no table's. */
export const UnregisteredSpot = z.strictObject({
  spotId: z.int(),
  locationId: z.nullable(z.int()),
  /** As the code says it; null where that is not fit to be typed. */
  identifier: z.nullable(z.string()),
  /** The same, fit for a screen. */
  shown: z.string(),
  isOpen: z.boolean(),
  obstacle: z.optional(z.enum(obstacles)),
  /** The table that is in the way. */
  of: z.optional(z.string()),
})
export type UnregisteredSpot = z.infer<typeof UnregisteredSpot>

export const Unregistered = z.strictObject({
  /** The first ones that were ever seen, in the order of their names. */
  spots: z.array(UnregisteredSpot),
  /** How many there are besides. */
  more: z.int(),
})
export type Unregistered = z.infer<typeof Unregistered>

/** The ids of all tables in their new order. */
export const TableOrder = z.strictObject({ ids: z.array(id).check(z.maxLength(MOST_TABLES)) })
export type TableOrder = z.infer<typeof TableOrder>
