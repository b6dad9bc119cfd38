import * as z from 'zod/mini'
import { MAX_AMOUNT_MINOR } from './money.ts'
import { typedText } from './typed-text.ts'

export const waysBack = ['cash', 'card', 'other'] as const
export type WayBack = (typeof waysBack)[number]

/** Money that a manager gives back for a confirmed order. Spotboard records it and moves none itself. */
export const MoneyBack = z.strictObject({
  amountMinor: z.int().check(z.gte(1), z.lte(MAX_AMOUNT_MINOR)),
  how: z.enum(waysBack),
  reason: typedText(200),
})
export type MoneyBack = z.infer<typeof MoneyBack>

/** Such a record, as it stands beside the order and never changes its figure. */
export const GivenBack = z.strictObject({
  id: z.string(),
  amountMinor: z.int(),
  how: z.enum(waysBack),
  reason: z.string(),
  by: z.string(),
  at: z.int(),
})
export type GivenBack = z.infer<typeof GivenBack>

/** What an order says once its payment was confirmed. */
export const Received = z.strictObject({
  /** What the wallet has confirmed, which may differ from what was asked for. */
  confirmed: z.optional(z.strictObject({ amountMinor: z.int(), currency: z.string() })),
  /** Given back since then; it never changes the confirmed figure. */
  moneyBack: z.optional(z.array(GivenBack)),
})
