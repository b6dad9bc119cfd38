import * as z from 'zod/mini'
import { Order, OrderDraft, settlements } from './order.ts'

/** A tab on which nothing is kept any more. */
const EmptyTab = z.strictObject({
  lines: z.array(z.never()).check(z.maxLength(0)),
  currency: OrderDraft.shape.currency,
})

/** What is to stand on a tab: anything that a guest could be asked for, or nothing. */
export const TabDraft = z.union([OrderDraft, EmptyTab])
export type TabDraft = z.infer<typeof TabDraft>

/** What is kept on a table and nobody was asked to pay yet. */
export const Tab = z.strictObject({
  tableId: z.string(),
  /** What people call the table. */
  tableName: z.string(),
  /** Counts every change, being sent and settled included; 0 before the first one. `If-Match` of the next. */
  version: z.int(),
  lines: Order.shape.lines,
  note: z.optional(z.string()),
  discountMinor: z.int(),
  totalMinor: z.int(),
  currency: z.string(),
  /** Who changed it last, and when in milliseconds since 1970. */
  changedBy: z.optional(z.string()),
  changedAt: z.optional(z.int()),
})
export type Tab = z.infer<typeof Tab>

/** The tab was paid at the table, in cash or by card. */
export const TabSettlement = z.strictObject({ with: z.enum(settlements) })
export type TabSettlement = z.infer<typeof TabSettlement>
