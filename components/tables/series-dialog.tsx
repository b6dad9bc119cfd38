'use client'

import { useState } from 'react'
import { MOST_AT_ONCE } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { SelectField } from '#components/ui/select-field.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { AddingDialog } from './adding-dialog.tsx'
import type { AddingProps } from './adding-dialog.tsx'
import { identifierNote } from './identifier-note.ts'
import { LocationField } from './location-field.tsx'
import { identifiersOf, newAmong } from './series.ts'
import { SeriesPreview } from './series-preview.tsx'
import { AreaField, SeatsField } from './table-fields.tsx'
import { draftOf } from './typed-table.ts'
import { useAddTables } from './use-add-tables.ts'

const digitWays = [1, 2, 3] as const

/** Many tables whose codes differ by a number alone, such as T1 to T24. */
export function SeriesDialog({
  areas,
  onDone,
  ...dialog
}: AddingProps & { areas: readonly string[] }) {
  const { locations, tables } = dialog.register
  const adding = useAddTables()
  const [series, setSeries] = useState({ prefix: 'T', from: '1', to: '', digits: 1 })
  const [rest, setRest] = useState(() => ({
    area: '',
    seats: '',
    locationId: locations[0]?.id ?? 0,
  }))
  const identifiers = identifiersOf(series)
  const { fresh, known } = newAmong(identifiers ?? [], rest.locationId, tables)
  const typed = fresh.map((identifier) => draftOf({ ...rest, identifier, name: '' }))
  const drafts = typed.flatMap(({ draft }) => draft ?? [])
  const { wrong } = draftOf({ ...rest, identifier: 'T', name: '' })
  const isWhole = drafts.length > 0 && drafts.length === fresh.length
  const note = identifierNote(identifiers?.at(-1) ?? '', null)
  const hasNumbers = series.from.trim() !== '' && series.to.trim() !== ''

  const type = (next: Partial<typeof series & typeof rest>) => {
    setSeries((before) => ({ ...before, ...next }))
    setRest((before) => ({ ...before, ...next }))
    adding.forget()
  }
  const add = async (reuses = false) => {
    if (isWhole && (await adding.add(drafts, reuses))) onDone(text.tables.added(drafts.length))
  }

  return (
    <AddingDialog
      {...dialog}
      title={text.tables.seriesTitle}
      doWords={text.tables.addSeries(drafts.length)}
      drafts={drafts}
      isReady={isWhole}
      adding={adding}
      onAdd={(reuses) => void add(reuses)}
    >
      <div className="grid grid-cols-2 items-start gap-4">
        <TextField
          label={text.tables.prefix}
          value={series.prefix}
          maxLength={80}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(event) => type({ prefix: event.target.value })}
        />
        <SelectField
          label={text.tables.digits}
          value={series.digits}
          onChange={(event) => type({ digits: Number(event.target.value) })}
        >
          {digitWays.map((digits) => (
            <option key={digits} value={digits}>
              {text.tables.digitWays[digits]}
            </option>
          ))}
        </SelectField>
        <NumberField
          label={text.tables.from}
          value={series.from}
          onType={(from) => type({ from })}
        />
        <NumberField label={text.tables.to} value={series.to} onType={(to) => type({ to })} />
      </div>
      {hasNumbers && identifiers === null && (
        <p role="alert" className="text-sm font-semibold text-alarm-ink">
          {text.tables.badSeries(MOST_AT_ONCE)}
        </p>
      )}
      {identifiers && <SeriesPreview fresh={fresh} known={known} />}
      <p className="text-sm text-soft">{note.words}</p>
      <div className="grid items-start gap-4 tablet:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <AreaField
          value={rest.area}
          areas={areas}
          isWrong={wrong.has('area')}
          onType={(area) => type({ area })}
        />
        <SeatsField
          value={rest.seats}
          isWrong={wrong.has('seats')}
          onType={(seats) => type({ seats })}
        />
      </div>
      <LocationField
        value={rest.locationId}
        locations={locations}
        onChoose={(locationId) => type({ locationId })}
      />
    </AddingDialog>
  )
}

function NumberField({
  label,
  value,
  onType,
}: {
  label: string
  value: string
  onType: (typed: string) => void
}) {
  return (
    <TextField
      label={label}
      value={value}
      maxLength={4}
      inputMode="numeric"
      autoComplete="off"
      onChange={(event) => onType(event.target.value)}
    />
  )
}
