'use client'

import { useId } from 'react'
import { LONGEST_NAME } from '#contract/table.ts'
import type { Tables } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { TextField } from '#components/ui/text-field.tsx'
import { identifierNote } from './identifier-note.ts'
import { LocationField } from './location-field.tsx'
import { limits } from './typed-table.ts'
import type { TypedField, TypedTable } from './typed-table.ts'

/** What a table is called, what its code says, and where it stands. */
export function TableFields({
  typed,
  wrong,
  areas,
  locations,
  before,
  onType,
}: {
  typed: TypedTable
  /** What is said to be wrong; nothing before somebody has tried. */
  wrong: ReadonlySet<TypedField>
  /** The areas that there are, to choose from. */
  areas: readonly string[]
  locations: Tables['locations']
  /** What its printed code says; null for a table that is new. */
  before: string | null
  onType: (typed: TypedTable) => void
}) {
  const note = identifierNote(typed.identifier, before)
  return (
    <div className="grid gap-4">
      <TextField
        label={text.tables.identifier}
        value={typed.identifier}
        maxLength={limits.identifier}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(event) => onType({ ...typed, identifier: event.target.value })}
        {...(note.isWrong || wrong.has('identifier')
          ? { error: text.tables.badIdentifier(limits.identifier) }
          : { hint: note.words })}
      />
      <TextField
        label={text.tables.name}
        value={typed.name}
        maxLength={LONGEST_NAME}
        autoComplete="off"
        onChange={(event) => onType({ ...typed, name: event.target.value })}
        {...(wrong.has('name') ? { error: text.tables.badName } : { hint: text.tables.nameHint })}
      />
      <div className="grid items-start gap-4 tablet:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <AreaField
          value={typed.area}
          areas={areas}
          isWrong={wrong.has('area')}
          onType={(area) => onType({ ...typed, area })}
        />
        <SeatsField
          value={typed.seats}
          isWrong={wrong.has('seats')}
          onType={(seats) => onType({ ...typed, seats })}
        />
      </div>
      <LocationField
        value={typed.locationId}
        locations={locations}
        onChoose={(locationId) => onType({ ...typed, locationId })}
      />
    </div>
  )
}

export function AreaField({
  value,
  areas,
  isWrong,
  hint = text.tables.areaHint,
  onType,
}: {
  value: string
  areas: readonly string[]
  isWrong: boolean
  hint?: string
  onType: (area: string) => void
}) {
  const listId = useId()
  return (
    <>
      <TextField
        label={text.tables.area}
        value={value}
        maxLength={LONGEST_NAME}
        autoComplete="off"
        list={listId}
        onChange={(event) => onType(event.target.value)}
        {...(isWrong ? { error: text.tables.badArea } : { hint })}
      />
      <datalist id={listId}>
        {areas.map((area) => (
          <option key={area} value={area}>
            {area}
          </option>
        ))}
      </datalist>
    </>
  )
}

export function SeatsField({
  value,
  isWrong,
  onType,
}: {
  value: string
  isWrong: boolean
  onType: (seats: string) => void
}) {
  return (
    <TextField
      label={text.tables.seats}
      value={value}
      maxLength={3}
      inputMode="numeric"
      autoComplete="off"
      onChange={(event) => onType(event.target.value)}
      {...(isWrong && { error: text.tables.badSeats(limits.seats) })}
    />
  )
}
