import * as z from 'zod/mini'
import { Received } from './money-back.ts'
import { MAX_AMOUNT_MINOR, orderTotalMinor } from './money.ts'
import { Part, partNumbers } from './part.ts'
import { shorten } from './shorten.ts'
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
export const OrderEdit = z.extend(OrderDraft, {
  reason,
  /** A held payment is given back first, and the order is then put before the guest again as edited: one act. */
  declinesPayment: z.optional(z.boolean()),
})
export type OrderEdit = z.infer<typeof OrderEdit>
export const WithReason = z.strictObject({ reason })

/** An order that ended unpaid is put before the guest again with these lines instead. */
export const OrderOffer = z.extend(OrderDraft, { reason })
export type OrderOffer = z.infer<typeof OrderOffer>

export const settlements = ['cash', 'card'] as const
export const Settlement = z.strictObject({ with: z.enum(settlements), reason })

export const MOST_PARTS = 20

/** How a bill is divided; the parts add up to it exactly. */
export const Split = z.union([
  z.strictObject({ evenly: z.int().check(z.gte(2), z.lte(MOST_PARTS)) }),
  /** Quantities of the order's lines, by their place in it, that go onto an order of their own. */
  z.strictObject({
    lines: z
      .array(
        z.strictObject({
          index: z.int().check(z.gte(0), z.lt(MAX_LINES)),
          quantity: z.int().check(z.gte(1), z.lte(MAX_QUANTITY)),
        }),
      )
      .check(z.minLength(1), z.maxLength(MAX_LINES)),
  }),
  /** An amount of its own, in the app or, with `settledWith`, taken otherwise at once. */
  z.strictObject({
    amountMinor: z.int().check(z.gte(1), z.lte(MAX_AMOUNT_MINOR)),
    settledWith: z.optional(z.enum(settlements)),
  }),
])
export type Split = z.infer<typeof Split>

/** Another unpaid order of the same spot, whose lines this one takes over. */
export const Join = z.strictObject({ orderId: z.string(), version: z.int() })
export type Join = z.infer<typeof Join>

export const Move = z.strictObject({ spotId: z.int().check(z.gte(1)) })
export type Move = z.infer<typeof Move>

/** What is taken of a held payment, and on what it was decided. */
export const Confirmation = z.strictObject({
  /** A manager may take a payment that is not what was asked for, having seen what differs. */
  acceptsDifferences: z.optional(z.boolean()),
  /** The payment as the person saw it (`judged` of the order): anything else is not confirmed. */
  judged: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  /** Less than is held; the rest goes back to the guest. */
  amountMinor: z.optional(z.int().check(z.gte(1), z.lte(MAX_AMOUNT_MINOR))),
  reason,
})
export type Confirmation = z.infer<typeof Confirmation>

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
  'ended_by_wallet',
  'not_sent',
  'back_on_tab',
  'cancelled',
  'moved',
  /** It was moved here, could not be asked, and is asked again at the table that it came from. */
  'moved_back',
  'joined',
  'written_off',
] as const
export type Closing = (typeof closings)[number]

/** An order that ended in one of these ways can be put before the guest again. */
export const offerableClosings: readonly Closing[] = [
  'declined',
  'refused',
  'expired',
  'ended_with_spot',
  'ended_by_wallet',
  'not_sent',
]

export const acts = ['submit', 'edit', 'offer', 'delete', 'confirm', 'decline', 'settle'] as const
export type Act = (typeof acts)[number]

/** So long the wallet may take before a person may call an order off that is not certainly sent. */
export const CANCEL_AFTER_MS = 60_000

/** What staff have to be told about an order, since it happened without them. */
export const orderNotices = [
  /** The guest paid before the deletion was carried out, so the order stays. */
  'deletion_dropped',
  /** The wallet refused the deletion, and nobody waited for its answer. */
  'deletion_refused',
  /** The guest was quicker, so a change, split, join or move did not happen. */
  'change_dropped',
  /** The guests whom it was to be moved to could not be asked, so those whom it was taken from are asked again. */
  'move_dropped',
  /** A guest paid in the very instant in which the payment was ended, and has the money back (law 3). */
  'paid_back',
  /** It was taken in cash or by card, and the guest paid in the app as well: decline that payment. */
  'paid_twice',
] as const
export type OrderNotice = (typeof orderNotices)[number]

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

export const workOutcomes = ['running', 'unknown', 'waiting', 'scheduled', 'asking'] as const

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
  /**
   * What Spotboard is doing with the order now. `unknown`: the wallet's answer was lost; `waiting`: the wallet cannot be
   * reached; `scheduled`: it begins at `dueAt` and can be taken back until then; `asking`: it waited so long that a
   * person has to say whether it still goes out.
   */
  work: z.optional(
    z.strictObject({
      act: z.enum(acts),
      outcome: z.enum(workOutcomes),
      since: z.int(),
      dueAt: z.optional(z.int()),
    }),
  ),
  notice: z.optional(z.enum(orderNotices)),
  part: z.optional(Part),
  /** The order that this one was split off or moved from. */
  fromOrderId: z.optional(z.string()),
  verdict: z.optional(Verdict),
  /** Names the held payment as it was judged: key, amounts, currencies, number of payments, project and location. */
  judged: z.optional(z.string()),
  /** What the guest's payment holds or held, where the wallet says it clearly, and in which currency if in another. */
  heldMinor: z.optional(z.int()),
  heldCurrency: z.optional(z.string()),
  /** When the wallet gives the held money back by itself. */
  heldUntil: z.optional(z.int()),
  /** What was taken of it. */
  takenMinor: z.optional(z.int()),
  createdBy: z.string(),
  createdAt: z.int(),
  reservedAt: z.optional(z.int()),
  confirmedAt: z.optional(z.int()),
  ...Received.shape,
  /** When it came to its end, and who decided that, if a person or a rule did. */
  decidedAt: z.optional(z.int()),
  decidedBy: z.optional(z.string()),
})
export type Order = z.infer<typeof Order>

/** What dividing an order has made of it, the order itself first. */
export const OrderParts = z.strictObject({ orders: z.array(Order) })

const GUEST_TEXT_LENGTH = 160

/** The one description that the guest's app shows, which shows no items (wallet-api, single-payment rule). */
export function describeForGuest(
  place: string,
  lines: readonly Pick<Line, 'title' | 'quantity'>[],
  part?: Part,
) {
  const where = part ? `${place}, part ${partNumbers(part)}` : place
  return shorten(`${where} · ${describeLines(lines)}`, GUEST_TEXT_LENGTH)
}

export function describeLines(lines: readonly Pick<Line, 'title' | 'quantity'>[]): string {
  return lines.map((line) => `${line.quantity} × ${line.title}`).join(', ')
}
