import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Order } from '#contract/order.ts'
import type { Tile } from '#contract/floor.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { wallet } from '#lib/floor/metered-wallet.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { confirmPayment } from '#lib/payments/confirm-payment.ts'
import { followTransactions } from '#lib/payments/follow-transactions.ts'
import { submitAtCounter } from '../submit-at-counter.ts'
import { draft, waiter } from './evening.ts'

/** What the tests do at the counter. */

export function submit(minor: number, name?: string, intentId: string = randomUUID()) {
  const order = { ...draft(minor), ...(name === undefined ? {} : { name }) }
  return submitAtCounter({ intentId, order, actor: waiter.actor })
}

export function confirm({ id: orderId, version }: Order): Promise<Order> {
  return confirmPayment({ orderId, version, acceptsDifferences: false, ...waiter })
}

export async function tileOf({ spotId }: Order): Promise<Tile | undefined> {
  return (await liveFloor()).hub.current().tiles.find(({ spot }) => spot?.id === spotId)
}

/** A guest scans the code and agrees. */
export function pay(house: House, { transactionKey }: Order): Promise<unknown> {
  return house.control('reserve', { guest: 'somebody at the counter', transactionKey })
}

/** As if the watch had read the order's transaction. */
export async function follow({ transactionKey = '' }: Order): Promise<void> {
  await followTransactions(await database(), [await wallet().getTransaction(transactionKey)])
}

/** The transactions that were made for an order, by what has become of them. */
export async function madeFor({ id }: Order): Promise<Record<string, string[]>> {
  const transactions = await wallet().listTransactions({ limit: 200, offset: 0 })
  const ours = transactions.items.filter(({ payments }) =>
    String(payments[0]?.parameters?.['spotboard']).startsWith(`${id}:`),
  )
  return Object.fromEntries(
    Map.groupBy(ours, ({ status }) => status)
      .entries()
      .map(([status, some]) => [status, some.map(({ key }) => key)]),
  )
}
