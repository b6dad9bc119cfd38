import * as z from 'zod/mini'
import { Order } from './order.ts'

const Payment = z.strictObject({ spotName: z.string(), order: Order })
export type Payment = z.infer<typeof Payment>

export const MOST_DECIDED = 200

/** The payments of the whole house. */
export const Payments = z.strictObject({
  /** Held, oldest first: somebody has to decide about each. */
  held: z.array(Payment),
  /** What came of the business day's others, the newest first, and no more than `MOST_DECIDED` of them. */
  decided: z.array(Payment),
})
export type Payments = z.infer<typeof Payments>
