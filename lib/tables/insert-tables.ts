import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import { matchKey } from '#contract/identifier.ts'
import type { TableDraft, TableState } from '#contract/table.ts'
import type { Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'
import { keepCodes } from './register.ts'

/** Databases take so many values with one statement at least. */
const ROWS_AT_ONCE = 500

export interface NewTable extends TableDraft {
  state: TableState
}

/** Writes tables down behind the others, and that their codes are theirs; answers them with their ids. */
export async function insertTables(
  trx: Transaction<Schema>,
  tables: readonly NewTable[],
): Promise<(NewTable & { tableId: string })[]> {
  const last = await trx
    .selectFrom('tables')
    .select(({ fn }) => fn.max('position').as('position'))
    .executeTakeFirst()
  const first = (last?.position ?? -1) + 1
  const added = tables.map((table) => ({ ...table, tableId: randomBytes(9).toString('base64url') }))
  const rows = added.map(
    ({ tableId, locationId, identifier, name, area, seats, state }, index) => ({
      id: tableId,
      location_id: locationId,
      identifier,
      match_key: matchKey(identifier),
      name,
      area,
      seats,
      position: first + index,
      state,
      version: 1,
      created_at: now(),
    }),
  )
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await trx
      .insertInto('tables')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute()
  }
  await keepCodes(trx, added)
  return added
}
