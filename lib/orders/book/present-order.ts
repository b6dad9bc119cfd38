import 'server-only'
import { problem, type ProblemError } from '#lib/runtime/problem.ts'
import { describeOrder, findOrder, type BookedOrder, type Reader } from './order-book.ts'

export async function orderOrNotFound(db: Reader, orderId: string): Promise<BookedOrder> {
  const order = await findOrder(db, orderId)
  if (!order) throw problem('not_found', { detail: 'There is no such order.' })
  return order
}

/** Two people, one order: whoever acts names the version that they saw, and is shown the present one if it moved on. */
export async function refuseOtherVersion(
  db: Reader,
  order: BookedOrder,
  version: number,
): Promise<void> {
  if (order.version === version) return
  throw problem('conflict', {
    detail: 'Somebody has changed this order in the meantime.',
    members: { order: await describeOrder(db, order.id), isOutdated: true },
  })
}

/** A conflict that shows the order as it is now; `not_found` where it has left the book meanwhile. */
export async function conflictOver(
  db: Reader,
  orderId: string,
  detail: string,
): Promise<ProblemError> {
  await orderOrNotFound(db, orderId)
  const order = await describeOrder(db, orderId)
  return problem('conflict', { detail, members: { order } })
}
