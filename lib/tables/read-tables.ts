import 'server-only'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import { Table, type Tables } from '#contract/table.ts'
import { visibleText } from '#contract/text.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import type { TableTable } from '#lib/database/table-tables.ts'
import { environment } from '#lib/runtime/environment.ts'
import { problem } from '#lib/runtime/problem.ts'

type Reader = Database | Transaction<Schema>

/** The setting that counts how often anything in the register was changed. */
export const TABLES_VERSION = 'tables_version'

/** The whole register, and where tables can be. */
export async function readTables(db: Reader): Promise<Tables> {
  const version = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', TABLES_VERSION)
    .executeTakeFirst()
  const tables = await tablesInOrder(db)
  return {
    version: Number(version?.value ?? 0),
    tables,
    locations: await locations(db, tables),
  }
}

/** All tables in their order on screen, the retired ones included. */
export async function tablesInOrder(db: Reader): Promise<Table[]> {
  const rows = await db.selectFrom('tables').selectAll().orderBy('position').orderBy('id').execute()
  return rows.map(asTable)
}

/** Throws `not_found`. */
export async function readTable(db: Reader, tableId: string): Promise<Table> {
  const row = await db.selectFrom('tables').selectAll().where('id', '=', tableId).executeTakeFirst()
  if (!row) throw problem('not_found', { detail: 'There is no such table.' })
  return asTable(row)
}

export function asTable(row: TableTable): Table {
  return z.parse(Table, {
    id: row.id,
    locationId: row.location_id,
    identifier: row.identifier,
    name: row.name,
    area: row.area,
    seats: row.seats,
    state: row.state,
    version: row.version,
    checkedAt: row.checked_at,
    checkedBy: row.checked_by,
  })
}

/** The merchant's locations: those named to Spotboard, those the wallet has shown, and those that tables are in. */
async function locations(db: Reader, tables: readonly Table[]): Promise<Tables['locations']> {
  const shown = await db
    .selectFrom('spots')
    .select(({ fn }) => ['location_id', fn.max('title').as('title')])
    .where('location_id', 'is not', null)
    .groupBy('location_id')
    .execute()
  const titles = new Map<number, string | null>()
  for (const id of environment().walletLocationIds) titles.set(id, null)
  for (const { locationId } of tables) titles.set(locationId, null)
  for (const { location_id: id, title } of shown) {
    if (id !== null) titles.set(id, title === null ? null : visibleText(title))
  }
  return [...titles]
    .map(([id, title]) => ({ id, title }))
    .toSorted((one, other) => one.id - other.id)
}
