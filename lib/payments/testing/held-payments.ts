import 'server-only'
import { randomUUID } from 'node:crypto'
import { beforeEach } from 'node:test'
import type { Order } from '#contract/order.ts'
import { database } from '#lib/database/connection.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { describeOrder } from '#lib/orders/book/order-book.ts'
import { countedReductions } from '#lib/orders/reductions.ts'
import { submitOrder } from '#lib/orders/submit-order.ts'
import { draft, waiter } from '#lib/orders/testing/evening.ts'
import { followTransactions } from '../follow-transactions.ts'

const present = async ({ id }: Order): Promise<Order> => describeOrder(await database(), id)

/** Payments that guests hold, each test at a table of its own. Call it once in a file. */
export function heldPayments(house: House) {
  let tables = 0
  let spotId = 0
  const guest = () => `guest${tables}`

  beforeEach(async () => {
    tables += 1
    spotId = await house.scan(guest(), `TABLE${tables}`)
  })

  return {
    present,

    /** An order that its guest has reserved, as it is on the screens then. */
    reserve: async (
      amountMinor: number,
      forced?: { priceMinor?: number; currency?: string },
    ): Promise<Order> => {
      const order = await submitOrder({
        intentId: randomUUID(),
        spotId,
        draft: draft(amountMinor),
        actor: waiter.actor,
      })
      const { transactionKey = '' } = order
      if (forced) await house.control('force', { transactionKey, ...forced })
      await house.control('reserve', { guest: guest(), transactionKey })
      await followTransactions(await database(), [await wallet().getTransaction(transactionKey)])
      return present(order)
    },

    about: ({ id: orderId, version }: Order) => ({ orderId, version }),

    statusOf: async ({ transactionKey = '' }: Order): Promise<string> =>
      (await wallet().getTransaction(transactionKey)).status,

    /** What counts as asked less of an order: kind, amount, reason and by whom. */
    reductionsOf: async ({ id }: Order): Promise<unknown[][]> => {
      const rows = await countedReductions(await database())
        .select(['kind', 'amount_minor', 'reason', 'made_by'])
        .where('reductions.order_id', '=', id)
        .execute()
      return rows.map((row) => Object.values(row))
    },
  }
}
