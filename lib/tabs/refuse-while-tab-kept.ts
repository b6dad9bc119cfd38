import 'server-only'
import type { Transaction } from 'kysely'
import { formatAmount } from '#contract/amount-format.ts'
import type { Schema } from '#lib/database/schema.ts'
import { problem } from '#lib/runtime/problem.ts'
import { holdTab } from './held-tab.ts'

/** Throws `conflict` where something is kept on a table, which would go out of sight with it. */
export async function refuseWhileTabKept(trx: Transaction<Schema>, tableId: string): Promise<void> {
  const { tab } = await holdTab(trx, tableId)
  if (tab.lines.length === 0) return
  const amount = `${formatAmount(tab.totalMinor, { decimal: '.', group: '' })} ${tab.currency}`
  throw problem('conflict', {
    detail: `A tab of ${amount} is kept on ${tab.tableName}: put it before the guest, settle it or clear it first.`,
    members: { tab },
  })
}
