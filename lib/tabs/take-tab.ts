import 'server-only'
import type { Transaction } from 'kysely'
import type { OrderDraft } from '#contract/order.ts'
import type { Tab } from '#contract/tab.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Schema } from '#lib/database/schema.ts'
import { problem } from '#lib/runtime/problem.ts'
import { asDraft, forTrail, holdTab, refuseOtherTab, writeTab } from './held-tab.ts'

interface Taking {
  tableId: string
  expectedVersion: number
  actor: Actor
}

/**
 * Takes what is kept on a table off its tab, to become an order in the same transaction. Throws `conflict`, with the
 * present tab, where somebody has changed it since or where nothing is kept.
 */
export async function takeTab(
  trx: Transaction<Schema>,
  { tableId, expectedVersion, actor }: Taking,
): Promise<{ draft: OrderDraft; taken: Tab }> {
  const held = await holdTab(trx, tableId)
  refuseOtherTab(held, expectedVersion)
  const draft = asDraft(held.tab)
  if (!draft) {
    throw problem('conflict', {
      detail: 'Nothing is kept on this table.',
      members: { tab: held.tab },
    })
  }
  await writeTab(trx, held, null, actor)
  return { draft, taken: held.tab }
}

/** Says in the trail where a tab went. It comes last, since other acts hold rows when they wait for the trail. */
export async function recordTaken(
  trx: Transaction<Schema>,
  {
    taken,
    actor,
    act,
    detail,
  }: {
    taken: Tab
    actor: Actor
    act: 'tab.send' | 'tab.settle'
    detail: Record<string, unknown>
  },
): Promise<void> {
  await recordAct(trx, {
    actor,
    act,
    subject: `table ${taken.tableId}`,
    outcome: 'done',
    detail: { ...detail, tab: forTrail(taken) },
  })
}
