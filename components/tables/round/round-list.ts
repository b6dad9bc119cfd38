import { matchKey } from '#contract/identifier.ts'
import { isCheckedIn, type Round } from '#contract/round.ts'
import type { Table, Tables } from '#contract/table.ts'

export interface AreaToDo {
  /** Empty where nobody has said which part of the house it is. */
  area: string
  tables: Table[]
}

export interface RoundList {
  /** All that the round is about: retired tables have no code to look for. */
  all: Table[]
  /** The latest first. */
  ticked: Table[]
  /** By area, in the order of the floor. */
  missing: AreaToDo[]
}

export function roundList({ tables, locations }: Tables, round: Round): RoundList {
  const titles = new Map(locations.map(({ id, title }) => [id, title]))
  const all = tables.filter(({ state }) => state !== 'retired')
  const byArea = new Map<string, Table[]>()
  for (const table of all.filter((table) => !isCheckedIn(table, round))) {
    const area = table.area ?? titles.get(table.locationId) ?? ''
    byArea.set(area, [...(byArea.get(area) ?? []), table])
  }
  return {
    all,
    ticked: all
      .filter((table) => isCheckedIn(table, round))
      .toSorted((one, other) => (other.checkedAt ?? 0) - (one.checkedAt ?? 0)),
    missing: [...byArea].map(([area, tables]) => ({ area, tables })),
  }
}

/** The tables that somebody may mean who types this: one by its identifier, or else all of that name. */
export function tablesTyped(tables: readonly Table[], typed: string): Table[] {
  const key = matchKey(typed)
  const coded = tables.filter(({ identifier }) => matchKey(identifier) === key)
  return coded.length > 0 ? coded : tables.filter(({ name }) => matchKey(name) === key)
}
