import * as z from 'zod/mini'
import { MAX_AMOUNT_MINOR, orderTotalMinor } from './money.ts'
import { shorten } from './text.ts'
import { typedText } from './typed-text.ts'

export const MAX_LINES = 100
export const MAX_QUANTITY = 999

export const Line = z.strictObject({
  title: typedText(80),
  quantity: z.int().check(z.gte(1), z.lte(MAX_QUANTITY)),
  unitPriceMinor: z.int().check(z.gte(0), z.lte(MAX_AMOUNT_MINOR)),
})
export type Line = z.infer<typeof Line>

const currencies = new Set(Intl.supportedValuesOf('currency'))
const Currency = z
  .string()
  .check(z.refine((code) => currencies.has(code), { error: 'must be an ISO 4217 code' }))

/** What staff ask a guest to pay. Amounts are integers in minor units. */
export const OrderDraft = z
  .strictObject({
    lines: z.array(Line).check(z.minLength(1), z.maxLength(MAX_LINES)),
    currency: Currency,
    note: z.optional(typedText(200)),
    discountMinor: z.optional(z.int().check(z.gte(0), z.lte(MAX_AMOUNT_MINOR))),
  })
  .check(
    z.refine(
      (draft) => {
        const total = orderTotalMinor(draft.lines, draft.discountMinor)
        return total >= 1 && total <= MAX_AMOUNT_MINOR
      },
      { error: `the total must be between 1 and ${MAX_AMOUNT_MINOR} minor units`, path: ['lines'] },
    ),
  )
export type OrderDraft = z.infer<typeof OrderDraft>

/** An order on a transaction that somebody else has created. */
export const OrderOnTransaction = z.strictObject({
  transactionKey: z.string().check(z.regex(/^[A-Za-z0-9]{4,64}$/)),
})

export const NewOrder = z.union([OrderDraft, OrderOnTransaction])

const reason = z.optional(typedText(200))
export const OrderEdit = z.extend(OrderDraft, { reason })
export type OrderEdit = z.infer<typeof OrderEdit>
export const WithReason = z.strictObject({ reason })

export const settlements = ['cash', 'card'] as const
export const Settlement = z.strictObject({ with: z.enum(settlements), reason })

/** A manager may take a payment that is not what was asked for, having seen what differs. */
export const Confirmation = z.strictObject({ acceptsDifferences: z.optional(z.boolean()) })

/** `sending` until the wallet is known to have the order; then the wallet's own words. */
export const orderStatuses = ['sending', 'pending', 'reserved', 'confirmed', 'closed'] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** Why a closed order is closed. */
export const closings = [
  'deleted',
  'settled',
  'declined',
  'refused',
  'expired',
  'ended_with_spot',
  'not_sent',
] as const
export type Closing = (typeof closings)[number]

export const acts = ['submit', 'edit', 'delete', 'confirm', 'decline', 'settle'] as const
export type Act = (typeof acts)[number]

/** How a reserved payment compares with the order as it was last sent (law 1). */
export const Verdict = z.strictObject({
  equal: z.boolean(),
  differences: z.array(
    z.strictObject({
      what: z.enum(['amount', 'currency', 'key', 'payments', 'project', 'location', 'status']),
      expected: z.string(),
      found: z.string(),
    }),
  ),
})
export type Verdict = z.infer<typeof Verdict>

export const Order = z.strictObject({
  id: z.string(),
  /** Counts what staff edited; sending, wallet ids and payment states do not change it. */
  version: z.int(),
  spotId: z.int(),
  status: z.enum(orderStatuses),
  closedAs: z.optional(z.enum(closings)),
  settledWith: z.optional(z.enum(settlements)),
  lines: z.array(z.strictObject({ title: z.string(), quantity: z.int(), unitPriceMinor: z.int() })),
  note: z.optional(z.string()),
  discountMinor: z.int(),
  totalMinor: z.int(),
  currency: z.string(),
  transactionKey: z.optional(z.string()),
  walletOrderId: z.optional(z.int()),
  /** What Spotboard is doing with the order now; `unknown` means that the wallet's answer was lost. */
  work: z.optional(
    z.strictObject({ act: z.enum(acts), outcome: z.enum(['running', 'unknown']), since: z.int() }),
  ),
  verdict: z.optional(Verdict),
  createdBy: z.string(),
  createdAt: z.int(),
  reservedAt: z.optional(z.int()),
  confirmedAt: z.optional(z.int()),
})
export type Order = z.infer<typeof Order>

const GUEST_TEXT_LENGTH = 160

/**
 * The one description that the guest's app shows: the app shows a payment's description but not its items
 * (wallet-api, single-payment rule).
 */
export function describeForGuest(
  place: string,
  lines: readonly Pick<Line, 'title' | 'quantity'>[],
) {
  const text = `${place} · ${lines.map((line) => `${line.quantity} × ${line.title}`).join(', ')}`
  return shorten(text, GUEST_TEXT_LENGTH)
}
