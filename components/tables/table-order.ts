import type { Table, Tables } from '#contract/table.ts'
import { shifted } from '#components/ui/shifted.ts'
import type { Direction } from '#components/ui/shifted.ts'

/** Tables that stand together on the floor. */
export interface TableArea {
  /** Empty for tables of no area in a house whose location has no name. */
  name: string
  tables: Table[]
}

/** What a table's area is called: a table of none stands under the name of its location. */
export function areaOf({ area, locationId }: Table, locations: Tables['locations']): string {
  return area ?? locations.find(({ id }) => id === locationId)?.title ?? ''
}

/** The tables that are not retired, in areas whose order is that of their first tables. */
export function areasOf(tables: readonly Table[], locations: Tables['locations']): TableArea[] {
  const present = tables.filter(({ state }) => state !== 'retired')
  const areas = Map.groupBy(present, (table) => areaOf(table, locations))
  return [...areas].map(([name, tables]) => ({ name, tables }))
}

/** The ids of all tables, with one a place further up or down in its area. */
export function withTableMoved(
  { tables, locations }: Tables,
  id: string,
  direction: Direction,
): string[] {
  const areas = areasOf(tables, locations)
  const moved = areas.map((area) => ({
    ...area,
    tables: shifted(
      area.tables,
      area.tables.findIndex((table) => table.id === id),
      direction,
    ),
  }))
  return idsOf(moved, tables)
}

/** The ids of all tables, with one area further up or down. */
export function withAreaMoved(
  { tables, locations }: Tables,
  name: string,
  direction: Direction,
): string[] {
  const areas = areasOf(tables, locations)
  const from = areas.findIndex((area) => area.name === name)
  return idsOf(shifted(areas, from, direction), tables)
}

/** The ids of all tables, with one in the place of another of its area; null where that is no such place. */
export function withTableDropped(
  { tables, locations }: Tables,
  id: string,
  onto: string,
): string[] | null {
  const areas = areasOf(tables, locations)
  const area = areas.find((one) => one.tables.some((table) => table.id === id))
  const from = area?.tables.findIndex((table) => table.id === id) ?? -1
  const to = area?.tables.findIndex((table) => table.id === onto) ?? -1
  const table = area?.tables[from]
  if (!area || !table || to < 0 || to === from) return null
  area.tables = area.tables.toSpliced(from, 1).toSpliced(to, 0, table)
  return idsOf(areas, tables)
}

/** An order that somebody has made, over a register that has changed since: what is new joins at the end. */
export function orderOver(ids: readonly string[], tables: readonly Table[]): string[] {
  const known = new Set(tables.map(({ id }) => id))
  const kept = ids.filter((id) => known.has(id))
  const named = new Set(kept)
  return [...kept, ...[...known].filter((id) => !named.has(id))]
}

/** The tables in the order of their ids. */
export function tablesBy(ids: readonly string[], tables: readonly Table[]): Table[] {
  const byId = new Map(tables.map((table) => [table.id, table]))
  return orderOver(ids, tables).flatMap((id) => byId.get(id) ?? [])
}

function idsOf(areas: readonly TableArea[], tables: readonly Table[]): string[] {
  return orderOver(
    areas.flatMap((area) => area.tables.map(({ id }) => id)),
    tables,
  )
}
