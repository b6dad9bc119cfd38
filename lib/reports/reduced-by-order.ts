import 'server-only'
import { countedReductions } from '#lib/orders/reductions.ts'
import type { Reader } from './day-book.ts'

/** How much less each of these orders asked, in all, before an instant. */
export async function reducedByOrder(
  db: Reader,
  orderIds: readonly string[],
  beforeMs: number,
): Promise<Map<string, number>> {
  const reduced = new Map<string, number>()
  if (orderIds.length === 0) return reduced
  const rows = await countedReductions(db)
    .select(['reductions.order_id', 'reductions.amount_minor'])
    .where('reductions.order_id', 'in', [...orderIds])
    .where('reductions.made_at', '<', beforeMs)
    .execute()
  for (const row of rows) {
    reduced.set(row.order_id, (reduced.get(row.order_id) ?? 0) + row.amount_minor)
  }
  return reduced
}
