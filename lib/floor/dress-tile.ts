import 'server-only'
import type { Tile } from '#contract/floor.ts'
import { STRANGER_AREA, type HouseTable } from './house-tables.ts'
import { noMoney } from './spot-money.ts'

/** The key of a table's tile, whatever spot it has. */
export function keyOfTable(tableId: string): string {
  return `t${tableId}`
}

/** The tile of a spot as that of the table whose code it is. */
export function asTable(tile: Tile, table: HouseTable, area: string | null): Tile {
  return { ...tile, key: keyOfTable(table.id), ...worn(table, area) }
}

/** The tile of another spot that the same table's code has led to, as codes in another letter case do. */
export function asSecondSpot(tile: Tile, table: HouseTable, area: string | null): Tile {
  const { tabMinor: _, ...rest } = worn(table, area)
  return { ...tile, ...rest }
}

export function asStranger(tile: Tile): Tile {
  return { ...tile, area: STRANGER_AREA, isStranger: true }
}

/** The tile of a table that nobody has scanned yet. */
export function unscannedTable(
  table: HouseTable,
  area: string | null,
  revision: number,
  currency: string,
): Tile {
  return {
    currency,
    going: null,
    asOf: null,
    since: null,
    revision,
    ...noMoney,
    key: keyOfTable(table.id),
    ...worn(table, area),
  }
}

/** Nothing of it is left that anybody would look for. */
export function isForgotten({ spot, unsettled }: Tile): boolean {
  return spot?.status === 'closed' && unsettled === 0
}

function worn(table: HouseTable, area: string | null) {
  return {
    tableId: table.id,
    name: table.name,
    area,
    ...(table.isResting ? { isResting: true } : {}),
    ...(table.tabMinor > 0 ? { tabMinor: table.tabMinor } : {}),
  }
}
