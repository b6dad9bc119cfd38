import type { Tables } from '#contract/table.ts'
import type { ImportLine } from '#contract/table-import.ts'
import { text } from '#components/text/catalogue.ts'
import { factWords } from './fact-words.ts'

/** What a line of a file says of a new table, or what would be otherwise of one that there is. */
export function changeWords(line: ImportLine, locations: Tables['locations']): string[] {
  const { before, name, area, seats, state, locationId, identifier } = line
  if (line.what === 'add') {
    return factWords(
      {
        ...(name !== identifier && { name }),
        ...(area !== null && { area }),
        ...(seats !== null && { seats }),
        ...(state !== 'in_use' && { state }),
        ...(locations.length > 1 && { locationId }),
      },
      locations,
    )
  }
  const { none, states } = text.tables
  const { was } = text.tableFile
  const seatWords = (of: number | null) => (of === null ? none : String(of))
  return [
    ...(before.name === undefined ? [] : [was(text.tables.name, before.name, name)]),
    ...(before.area === undefined
      ? []
      : [was(text.tables.area, before.area ?? none, area ?? none)]),
    ...(before.seats === undefined
      ? []
      : [was(text.tables.seats, seatWords(before.seats), seatWords(seats))]),
    ...(before.state === undefined
      ? []
      : [was(text.tables.state, states[before.state], states[state])]),
  ]
}
