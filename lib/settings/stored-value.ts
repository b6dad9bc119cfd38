import 'server-only'
import type { Transaction } from 'kysely'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'

/** What was kept under a key, undefined where nothing was. */
export async function readStored(
  db: Database | Transaction<Schema>,
  key: string,
): Promise<unknown> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  return row && JSON.parse(row.value)
}

/** Keeps a value of JSON under a key, in place of what was there. */
export async function store(trx: Transaction<Schema>, key: string, stored: unknown): Promise<void> {
  const value = JSON.stringify(stored)
  await trx
    .insertInto('settings')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
