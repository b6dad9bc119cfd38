import * as z from 'zod/mini'
import { Order, OrderDraft } from './order.ts'
import { typedText } from './typed-text.ts'

export const LONGEST_PLACE_NAME = 40

/** What a guest without a table is asked to pay; without a name the place at the counter is counted up. */
export const NewCounterOrder = z.extend(OrderDraft, {
  name: z.optional(typedText(LONGEST_PLACE_NAME)),
})
export type NewCounterOrder = z.infer<typeof NewCounterOrder>

/** An order at the counter, with what people call its guest. */
export const CounterOrder = z.strictObject({
  name: z.string(),
  order: Order,
  /** Nobody has paid it for longer than the house waits. */
  isOverdue: z.boolean(),
})
export type CounterOrder = z.infer<typeof CounterOrder>

export const Counter = z.strictObject({
  /** What has not come to an end, oldest first. */
  open: z.array(CounterOrder),
  /** What was asked for lately and has ended, newest first: it may be asked for again. */
  ended: z.array(CounterOrder),
})
export type Counter = z.infer<typeof Counter>

/** What the guest's app reads in the code of a transaction (wallet-api, QR codes). */
export function codeToPay(transactionKey: string): string {
  return `PAYSERA%${transactionKey}`
}
