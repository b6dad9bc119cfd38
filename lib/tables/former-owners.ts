import 'server-only'
import type { Transaction } from 'kysely'
import { matchKey } from '#contract/identifier.ts'
import type { Table } from '#contract/table.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import type { Code } from './register.ts'

/** Which of these tables last had a code, whether it has it now or another one. */
export async function formerOwners(
  db: Database | Transaction<Schema>,
  tables: readonly Table[],
): Promise<(code: Code) => Table | undefined> {
  const rows = await db
    .selectFrom('table_identifiers')
    .select(['location_id', 'match_key', 'table_id'])
    .execute()
  const byId = new Map(tables.map((table) => [table.id, table]))
  const owners = new Map(rows.map((row) => [`${row.location_id}:${row.match_key}`, row.table_id]))
  return ({ locationId, identifier }) =>
    byId.get(owners.get(`${locationId}:${matchKey(identifier)}`) ?? '')
}
