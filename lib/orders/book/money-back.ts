import 'server-only'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import { GivenBack } from '#contract/money-back.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { MoneyBackTable } from '#lib/database/order-tables.ts'
import type { Schema } from '#lib/database/schema.ts'

/** What was given back for each of these orders, oldest first; nothing for most of them. */
export async function moneyBackOf(
  db: Database | Transaction<Schema>,
  orderIds: readonly string[],
): Promise<Map<string, GivenBack[]>> {
  const given = new Map<string, GivenBack[]>()
  if (orderIds.length === 0) return given
  const rows = await db
    .selectFrom('money_back')
    .selectAll()
    .where('order_id', 'in', [...orderIds])
    .orderBy('given_at')
    .orderBy('id')
    .execute()
  for (const row of rows) {
    given.set(row.order_id, [...(given.get(row.order_id) ?? []), describeGiven(row)])
  }
  return given
}

function describeGiven(row: MoneyBackTable): GivenBack {
  return z.parse(GivenBack, {
    id: row.id,
    amountMinor: row.amount_minor,
    how: row.how,
    reason: row.reason,
    by: row.given_by,
    at: row.given_at,
  })
}
