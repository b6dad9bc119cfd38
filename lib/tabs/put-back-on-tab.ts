import 'server-only'
import type { Transaction } from 'kysely'
import * as z from 'zod/mini'
import { OrderDraft } from '#contract/order.ts'
import { recordAct, spotboard } from '#lib/audit/record-act.ts'
import type { Schema } from '#lib/database/schema.ts'
import type { BookedOrder } from '#lib/orders/book/order-book.ts'
import type { Intent } from '#lib/orders/intents/intents.ts'
import { asDraft, forTrail, holdTab, writeTab } from './held-tab.ts'

/** What sending a tab is asked with. */
export const TabBody = z.object({ tabOf: z.string(), version: z.int() })

/** The table whose tab an order was made of; undefined where it was made of none. */
export function tableOfTab({ act, body }: Pick<Intent, 'act' | 'body'>): string | undefined {
  if (act !== 'submit') return undefined
  const parsed = z.safeParse(TabBody, JSON.parse(body))
  return parsed.success ? parsed.data.tabOf : undefined
}

/**
 * Puts an order that nobody could be asked for back onto the tab that it came from, on top of what was put there since.
 * Answers false where there is no room for it or the table is retired: then the order itself can be asked again.
 */
export async function putBackOnTab(
  trx: Transaction<Schema>,
  tableId: string,
  order: BookedOrder,
): Promise<boolean> {
  const held = await holdTab(trx, tableId)
  if (held.table.state === 'retired') return false
  const present = asDraft(held.tab)
  const note = [order.note, present?.note].filter(Boolean).join(' · ')
  const discountMinor = order.discount_minor + (present?.discountMinor ?? 0)
  const together = z.safeParse(OrderDraft, {
    lines: [...linesOf(order), ...(present?.lines ?? [])],
    currency: order.currency,
    ...(note === '' ? {} : { note }),
    ...(discountMinor === 0 ? {} : { discountMinor }),
  })
  if (!together.success) return false
  const tab = await writeTab(trx, held, together.data, spotboard)
  await recordAct(trx, {
    actor: spotboard,
    act: 'tab.put_back',
    subject: `table ${tableId}`,
    outcome: 'done',
    detail: { orderId: order.id, from: forTrail(held.tab), to: forTrail(tab) },
  })
  return true
}

function linesOf({ lines }: BookedOrder): unknown[] {
  return z.parse(z.array(z.unknown()), JSON.parse(lines))
}
