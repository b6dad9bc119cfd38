import 'server-only'
import type { Transaction } from 'kysely'
import { HOUSE_CURRENCY, orderTotalMinor } from '#contract/money.ts'
import type { OrderDraft } from '#contract/order.ts'
import { Tab, type TabDraft } from '#contract/tab.ts'
import type { Table } from '#contract/table.ts'
import { visibleText } from '#contract/text.ts'
import * as z from 'zod/mini'
import type { Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import type { TabTable } from '#lib/database/table-tables.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem } from '#lib/runtime/problem.ts'
import { readTable } from '#lib/tables/read-tables.ts'

/** A tab that nobody else changes until the transaction ends, and its table as it is until then. */
export interface HeldTab {
  table: Table
  tab: Tab
}

/** What is kept on a table; a table that nothing was ever kept on has an empty tab. Throws `not_found`. */
export async function readTab(db: Database | Transaction<Schema>, tableId: string): Promise<Tab> {
  const table = await readTable(db, tableId)
  const row = await db
    .selectFrom('tabs')
    .selectAll()
    .where('table_id', '=', tableId)
    .executeTakeFirst()
  return describe(table, row)
}

/**
 * Each change of a tab takes hold of its row first, the table being retired among them: the database lets one writer at
 * a time have it, so of two who send, settle or change a tab at once the second sees what the first has done. Throws
 * `not_found`.
 */
export async function holdTab(trx: Transaction<Schema>, tableId: string): Promise<HeldTab> {
  await readTable(trx, tableId)
  await trx
    .insertInto('tabs')
    .values({
      table_id: tableId,
      ...contentOf(null),
      version: 0,
      changed_at: now(),
      changed_by: '',
    })
    .onConflict((conflict) => conflict.column('table_id').doNothing())
    .execute()
  const row = await trx
    .selectFrom('tabs')
    .selectAll()
    .where('table_id', '=', tableId)
    .$if(trx.getExecutor().adapter.supportsMultipleConnections === true, (query) =>
      query.forUpdate(),
    )
    .executeTakeFirstOrThrow()
  const table = await readTable(trx, tableId)
  return { table, tab: describe(table, row) }
}

/** Throws `conflict` with the present tab where somebody has changed it since that version. */
export function refuseOtherTab({ tab }: HeldTab, expectedVersion: number): void {
  if (tab.version === expectedVersion) return
  throw problem('conflict', {
    detail: 'Somebody has changed this tab in the meantime.',
    members: { tab, isOutdated: true },
  })
}

/** Puts this on a held tab instead of what stands there; null empties it. Answers the tab as it is then. */
export async function writeTab(
  trx: Transaction<Schema>,
  { table, tab }: HeldTab,
  draft: OrderDraft | null,
  actor: Actor,
): Promise<Tab> {
  const row: TabTable = {
    table_id: table.id,
    ...contentOf(draft),
    version: tab.version + 1,
    changed_at: now(),
    changed_by: actor.name,
  }
  await trx.updateTable('tabs').set(row).where('table_id', '=', table.id).execute()
  return describe(table, row)
}

/** What a guest would be asked for with this; null where nothing stands on it. */
export function asDraft(tab: Tab): OrderDraft | null {
  const { lines, currency, note, discountMinor } = tab
  if (lines.length === 0) return null
  return {
    lines,
    currency,
    ...(note === undefined ? {} : { note }),
    ...(discountMinor === 0 ? {} : { discountMinor }),
  }
}

/** What is wanted on a tab, as an order would have it; null where nothing is. */
export function wantedDraft(draft: TabDraft): OrderDraft | null {
  return draft.lines.length === 0 ? null : draft
}

/** What the trail keeps of a tab. */
export function forTrail({ version, lines, note, discountMinor, totalMinor }: Tab) {
  return { version, lines, note: note ?? null, discountMinor, totalMinor }
}

function contentOf(draft: OrderDraft | null) {
  const { lines = [], note, discountMinor = 0 } = draft ?? {}
  return {
    lines: JSON.stringify(lines),
    note: note ?? null,
    discount_minor: discountMinor,
    total_minor: orderTotalMinor(lines, discountMinor),
  }
}

function describe(table: Table, row: TabTable | undefined): Tab {
  return z.parse(Tab, {
    tableId: table.id,
    tableName: visibleText(table.name),
    version: row?.version ?? 0,
    lines: row ? JSON.parse(row.lines) : [],
    ...(row && row.note !== null && { note: row.note }),
    discountMinor: row?.discount_minor ?? 0,
    totalMinor: row?.total_minor ?? 0,
    currency: HOUSE_CURRENCY,
    ...(row && row.version > 0 && { changedBy: row.changed_by, changedAt: row.changed_at }),
  })
}
