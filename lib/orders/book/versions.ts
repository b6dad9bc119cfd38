import 'server-only'
import type { Transaction } from 'kysely'
import { orderTotalMinor } from '#contract/money.ts'
import type { OrderDraft } from '#contract/order.ts'
import type { Actor } from '#lib/audit/record-act.ts'
import type { Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'
import { refuseWhileAtWork } from '../intents/new-intent.ts'
import type { BookedOrder } from './order-book.ts'

/** Keeps what an order will ask for next. Throws `conflict` while an act is at work on the order. */
export async function addNextVersion(
  trx: Transaction<Schema>,
  order: Pick<BookedOrder, 'id' | 'version'>,
  draft: OrderDraft,
  actor: Actor,
  reason?: string,
): Promise<void> {
  await refuseWhileAtWork(trx, order.id)
  await addVersion(trx, order.id, order.version + 1, draft, actor, reason)
}

/** Keeps what an order asks for in one of its versions; earlier versions stay. */
export async function addVersion(
  trx: Transaction<Schema>,
  orderId: string,
  version: number,
  draft: OrderDraft,
  actor: Actor,
  reason?: string,
): Promise<void> {
  const discountMinor = draft.discountMinor ?? 0
  await trx
    .insertInto('order_versions')
    .values({
      order_id: orderId,
      version,
      lines: JSON.stringify(draft.lines),
      note: draft.note ?? null,
      discount_minor: discountMinor,
      total_minor: orderTotalMinor(draft.lines, discountMinor),
      currency: draft.currency,
      created_by: actor.name,
      created_at: now(),
      reason: reason ?? null,
    })
    .execute()
}

/** Takes back a version that never came into force. */
export async function dropVersion(
  trx: Transaction<Schema>,
  orderId: string,
  version: number,
): Promise<void> {
  await trx
    .deleteFrom('order_versions')
    .where('order_id', '=', orderId)
    .where('version', '=', version)
    .execute()
}
