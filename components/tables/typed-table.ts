import {
  LONGEST_IDENTIFIER,
  MOST_SEATS,
  nameFor,
  TableDraft,
  type Table,
  type TableChange,
} from '#contract/table.ts'

/** A table as it stands in a form. */
export interface TypedTable {
  name: string
  identifier: string
  area: string
  seats: string
  locationId: number
}

export type TypedField = 'name' | 'identifier' | 'area' | 'seats'

export const limits = { identifier: LONGEST_IDENTIFIER, seats: MOST_SEATS }

export function typedOf({ name, identifier, area, seats, locationId }: Table): TypedTable {
  return {
    name,
    identifier,
    area: area ?? '',
    seats: seats === null ? '' : String(seats),
    locationId,
  }
}

/** What was typed as a table, or the fields that cannot be one. Without a name it is called as its code says. */
export function draftOf(typed: TypedTable): { draft: TableDraft | null; wrong: Set<TypedField> } {
  const { shape } = TableDraft
  const identifier = shape.identifier.safeParse(typed.identifier)
  const presetName = identifier.success ? nameFor(identifier.data) : '?'
  const name = shape.name.safeParse(typed.name.trim() === '' ? presetName : typed.name)
  const area = shape.area.safeParse(typed.area.trim() === '' ? null : typed.area)
  const seats = shape.seats.safeParse(seatsOf(typed.seats))
  const wrong = new Set<TypedField>()
  if (!identifier.success) wrong.add('identifier')
  if (!name.success) wrong.add('name')
  if (!area.success) wrong.add('area')
  if (!seats.success) wrong.add('seats')
  const isWhole = identifier.success && name.success && area.success && seats.success
  const draft = isWhole
    ? {
        locationId: typed.locationId,
        identifier: identifier.data,
        name: name.data,
        area: area.data,
        seats: seats.data,
      }
    : null
  return { draft, wrong }
}

/** What of a draft is another thing than the table that it was made from. */
export function changeOf(table: Table, draft: TableDraft): TableChange {
  return {
    ...(draft.locationId === table.locationId ? {} : { locationId: draft.locationId }),
    ...(draft.identifier === table.identifier ? {} : { identifier: draft.identifier }),
    ...(draft.name === table.name ? {} : { name: draft.name }),
    ...(draft.area === table.area ? {} : { area: draft.area }),
    ...(draft.seats === table.seats ? {} : { seats: draft.seats }),
  }
}

function seatsOf(typed: string): number | null {
  const text = typed.trim()
  if (text === '') return null
  return /^\d+$/.test(text) ? Number(text) : Number.NaN
}
