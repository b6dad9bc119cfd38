import 'server-only'
import type { Order } from '#contract/order.ts'
import { answer } from './answer.ts'

/** An order as it stands: 202 while Spotboard is still at work on it or finding out what became of the work. */
export function orderAnswer(order: Order, doneStatus: 200 | 201 = 200): Response {
  return answer(order.work ? 202 : doneStatus, order, { etag: `"${order.version}"` })
}

/** Several orders that one act has made: 202 while Spotboard is at work on any of them. */
export function ordersAnswer(orders: readonly Order[]): Response {
  return answer(orders.some((order) => order.work) ? 202 : 200, { orders })
}
