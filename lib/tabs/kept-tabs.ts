import 'server-only'
import type { Transaction } from 'kysely'
import { HOUSE_CURRENCY } from '#contract/money.ts'
import { visibleText } from '#contract/text.ts'
import type { Unsettled } from '#contract/unsettled.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'

/** The tabs of the whole house on which something is kept, those that stand longest first. */
export async function keptTabs(db: Database | Transaction<Schema>): Promise<Unsettled['tabs']> {
  const rows = await db
    .selectFrom('tabs')
    .innerJoin('tables', 'tables.id', 'tabs.table_id')
    .select(['tables.id', 'tables.name', 'tabs.changed_at', 'tabs.total_minor'])
    .where('tabs.total_minor', '>', 0)
    .orderBy('tabs.changed_at')
    .orderBy('tables.id')
    .execute()
  return rows.map((row) => ({
    tableId: row.id,
    tableName: visibleText(row.name),
    since: row.changed_at,
    totalMinor: row.total_minor,
    currency: HOUSE_CURRENCY,
  }))
}
