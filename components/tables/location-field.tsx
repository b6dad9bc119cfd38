import type { Tables } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { SelectField } from '#components/ui/select-field.tsx'
import { locationName } from './first-tables.ts'

/** In which location a table is; nothing where there is only one. */
export function LocationField({
  value,
  locations,
  onChoose,
}: {
  value: number
  locations: Tables['locations']
  onChoose: (locationId: number) => void
}) {
  if (locations.length < 2) return null
  return (
    <SelectField
      label={text.tables.location}
      value={value}
      onChange={(event) => onChoose(Number(event.target.value))}
    >
      {locations.map(({ id }) => (
        <option key={id} value={id}>
          {locationName(id, locations)}
        </option>
      ))}
    </SelectField>
  )
}
