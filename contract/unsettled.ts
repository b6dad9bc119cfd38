import * as z from 'zod/mini'
import { Order } from './order.ts'

/** What is open over the whole house, oldest first. Times are milliseconds since 1970. */
export const Unsettled = z.strictObject({
  orders: z.array(z.strictObject({ spotName: z.string(), order: Order })),
  /** Tables of which it is not known yet whether they are free. */
  closes: z.array(z.strictObject({ spotId: z.int(), spotName: z.string(), since: z.int() })),
})
export type Unsettled = z.infer<typeof Unsettled>
