import 'server-only'
import type { Closing, Line } from '#contract/order.ts'
import { isShare } from '#contract/split.ts'
import type { Reader } from './order-book.ts'
import { parseLines } from './order-book.ts'

const takenBack: readonly Closing[] = ['deleted', 'cancelled', 'joined', 'not_sent', 'back_on_tab']

/**
 * What the guests of a visit ordered last: the lines of its newest order or, where an order was extended after that,
 * what was added to it. Orders that were taken back do not count, and neither do the shares of a bill that was split.
 */
export async function lastRound(db: Reader, visitId: string): Promise<Line[]> {
  const versions = await db
    .selectFrom('order_versions')
    .innerJoin('orders', 'orders.id', 'order_versions.order_id')
    .select(['order_versions.order_id', 'order_versions.version', 'order_versions.lines'])
    .where('orders.visit_id', '=', visitId)
    .where('orders.from_order', 'is', null)
    .whereRef('order_versions.version', '<=', 'orders.version')
    .where((is) =>
      is.or([is('orders.closed_as', 'is', null), is('orders.closed_as', 'not in', [...takenBack])]),
    )
    .orderBy('order_versions.created_at', 'desc')
    .orderBy('order_versions.version', 'desc')
    .execute()
  for (const { order_id: orderId, version, lines } of versions) {
    const earlier = versions.find((one) => one.order_id === orderId && one.version === version - 1)
    const added = addedLines(earlier ? parseLines(earlier.lines) : [], parseLines(lines))
    if (added.length > 0 && !added.some(isShare)) return added
  }
  return []
}

function addedLines(before: readonly Line[], after: readonly Line[]): Line[] {
  const left = [...before]
  return after.flatMap((line) => {
    const index = left.findIndex(
      ({ title, unitPriceMinor }) => title === line.title && unitPriceMinor === line.unitPriceMinor,
    )
    const [known] = index === -1 ? [] : left.splice(index, 1)
    const quantity = line.quantity - (known?.quantity ?? 0)
    return quantity > 0 ? [{ ...line, quantity }] : []
  })
}
