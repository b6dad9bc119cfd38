import { View } from './fields.ts'
import type { Order } from './state.ts'
import { transactionView } from './transaction-view.ts'
import { requireTransaction } from './transactions.ts'
import type { World } from './world.ts'

const negativeEnds = new Set(['rejected', 'revoked', 'deleted', 'failed'])

/** The status of an order: its own end, else what its transaction says. */
export function orderStatus(
  world: World,
  order: Order,
): 'pending' | 'reserved' | 'confirmed' | 'closed' {
  if (order.isClosed) return 'closed'
  const { status } = requireTransaction(world, order.transactionKey)
  if (status === 'reserved' || status === 'confirmed') return status
  return negativeEnds.has(status) ? 'closed' : 'pending'
}

export function orderView(world: World, order: Order): View {
  return new View(
    {
      id: order.id,
      transaction_key: order.transactionKey,
      status: orderStatus(world, order),
    },
    { transaction: () => transactionView(world, requireTransaction(world, order.transactionKey)) },
  )
}
