import type { TableChange, Tables } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { locationName } from './first-tables.ts'

/** What stands in a change or a table, a sentence for each of its facts. */
export function factWords(
  { name, identifier, area, seats, locationId, state }: TableChange,
  locations: Tables['locations'],
): string[] {
  const { is, none } = text.tables
  return [
    ...(name === undefined ? [] : [is(text.tables.name, name)]),
    ...(identifier === undefined ? [] : [is(text.tables.identifier, identifier)]),
    ...(area === undefined ? [] : [is(text.tables.area, area ?? none)]),
    ...(seats === undefined ? [] : [is(text.tables.seats, seats === null ? none : String(seats))]),
    ...(locationId === undefined
      ? []
      : [is(text.tables.location, locationName(locationId, locations))]),
    ...(state === undefined ? [] : [is(text.tables.state, text.tables.states[state])]),
  ]
}
