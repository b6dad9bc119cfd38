import * as z from 'zod/mini'
import { typedText } from './typed-text.ts'

/** What Paysera and the book can say differently of one transaction. */
export const differenceKinds = [
  /** Paysera has confirmed it, and no order in the book is paid by it. */
  'received_not_booked',
  /** An order in the book is paid by it, and Paysera has not confirmed it. */
  'booked_not_received',
  /** Both say that it is paid, with different amounts or currencies. */
  'amount_differs',
  /** An order in the book stands on it, and Paysera knows no such transaction. */
  'vanished',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** `gone`: it was found no more; the other two are what a manager made of it. */
export const differenceStates = ['open', 'gone', 'adopted', 'explained'] as const

/** What one side says: the word for its state, and the figure where it has one. */
export const Side = z.strictObject({
  status: z.string(),
  amountMinor: z.nullable(z.int()),
  currency: z.nullable(z.string()),
})
export type Side = z.infer<typeof Side>

export const Difference = z.strictObject({
  id: z.string(),
  kind: z.enum(differenceKinds),
  transactionKey: z.string(),
  orderId: z.nullable(z.string()),
  /** Where the order is or was; null where the book has none. */
  spotId: z.nullable(z.int()),
  spotName: z.nullable(z.string()),
  booked: Side,
  found: Side,
  firstSeenAt: z.int(),
  lastSeenAt: z.int(),
  state: z.enum(differenceStates),
  reason: z.nullable(z.string()),
  settledBy: z.nullable(z.string()),
})
export type Difference = z.infer<typeof Difference>

/** Open ones first, oldest first; then those of the last days that are settled. */
export const Differences = z.strictObject({ differences: z.array(Difference) })
export type Differences = z.infer<typeof Differences>

export const Explanation = z.strictObject({ reason: typedText(200) })
