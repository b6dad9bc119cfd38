import * as z from 'zod/mini'
import { Order } from './order.ts'

/** What is open over the whole house, oldest first. Times are milliseconds since 1970. */
export const Unsettled = z.strictObject({
  orders: z.array(z.strictObject({ spotName: z.string(), order: Order })),
  /** Tables of which it is not known yet whether they are free. */
  closes: z.array(z.strictObject({ spotId: z.int(), spotName: z.string(), since: z.int() })),
  /** What is kept on tables and nobody was asked to pay yet. */
  tabs: z.array(
    z.strictObject({
      tableId: z.string(),
      tableName: z.string(),
      /** Since when it stands as it is. */
      since: z.int(),
      totalMinor: z.int(),
      currency: z.string(),
    }),
  ),
})
export type Unsettled = z.infer<typeof Unsettled>
