'use client'

import { text } from '#components/text/catalogue.ts'
import { SelectField } from '#components/ui/select-field.tsx'
import type { TypedSettings } from './typed-settings.ts'

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** When a business day ends, by which clock on the wall. */
export function DayFields({
  timeZone,
  dayEndsAtHour,
  onChange,
}: Pick<TypedSettings, 'timeZone' | 'dayEndsAtHour'> & {
  onChange: (change: Partial<TypedSettings>) => void
}) {
  // What is set may be an older name of a zone, or one that this browser does not know.
  const zones = [...new Set([timeZone, ...Intl.supportedValuesOf('timeZone')])].toSorted()
  return (
    <div className="flex flex-wrap gap-4">
      <SelectField
        label={text.settings.dayEnds}
        className="min-w-40"
        value={dayEndsAtHour}
        onChange={(event) => onChange({ dayEndsAtHour: Number(event.target.value) })}
      >
        {hours.map((hour) => (
          <option key={hour} value={hour}>
            {`${String(hour).padStart(2, '0')}:00`}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={text.settings.timeZone}
        className="min-w-64 flex-1"
        value={timeZone}
        onChange={(event) => onChange({ timeZone: event.target.value })}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </SelectField>
    </div>
  )
}
