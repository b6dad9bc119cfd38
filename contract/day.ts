import * as z from 'zod/mini'
import { waysBack } from './money-back.ts'
import { reductionKinds } from './reduction.ts'
import { typedText } from './typed-text.ts'

/** How many, and how much in all. */
const Sum = z.strictObject({ count: z.int(), amountMinor: z.int() })
export type Sum = z.infer<typeof Sum>

/** How long something took: half of them no longer than the median, nine of ten no longer than `p90Ms`. */
const Spread = z.strictObject({ count: z.int(), medianMs: z.int(), p90Ms: z.int() })
export type Spread = z.infer<typeof Spread>

/** What was taken by one person or at one place. */
const Takings = z.strictObject({ confirmed: Sum, cash: Sum, card: Sum })
export type Takings = z.infer<typeof Takings>

export const DayFigures = z.strictObject({
  ...Takings.shape,
  currency: z.string(),
  declined: Sum,
  expired: Sum,
  refused: Sum,
  /** It ended with the visit, and nobody has paid it. */
  unpaid: Sum,
  moneyBack: Sum,
  reductions: Sum,
  /** What was taken in cash, less what was given back in cash. */
  cashExpectedMinor: z.int(),
  /** Confirmed in another currency than that of the house, and in no other figure. */
  otherCurrencies: z.array(z.strictObject({ currency: z.string(), sum: Sum })),
  hours: z.array(
    z.strictObject({ startsAt: z.int(), confirmedMinor: z.int(), otherwiseMinor: z.int() }),
  ),
  staff: z.array(
    z.strictObject({
      name: z.string(),
      ...Takings.shape,
      moneyBack: Sum,
      reductions: Sum,
      cashExpectedMinor: z.int(),
    }),
  ),
  locations: z.array(
    z.strictObject({
      locationId: z.nullable(z.int()),
      title: z.nullable(z.string()),
      ...Takings.shape,
    }),
  ),
  toFirstOrder: z.nullable(Spread),
  toConfirmation: z.nullable(Spread),
})
export type DayFigures = z.infer<typeof DayFigures>

const ofOrder = {
  orderId: z.string(),
  spotName: z.string(),
  at: z.int(),
  amountMinor: z.int(),
  /** The business day of its order, where that is another one. */
  orderDate: z.optional(z.string()),
}

export const DayPayment = z.strictObject({
  ...ofOrder,
  currency: z.string(),
  transactionKey: z.nullable(z.string()),
  askedBy: z.string(),
  confirmedBy: z.nullable(z.string()),
  /** Of the lines that say so. */
  tipMinor: z.int(),
  reducedMinor: z.int(),
  /** Of its lines that are on the menu with one, in hundredths of a per cent. */
  vatRates: z.array(z.int()),
  /** Given back within the same business day. */
  moneyBackMinor: z.int(),
})
export type DayPayment = z.infer<typeof DayPayment>

const how = z.enum(waysBack)

/** Everything that is frozen when a day is closed. */
export const DayReport = z.strictObject({
  figures: DayFigures,
  payments: z.array(DayPayment),
  moneyBack: z.array(
    z.strictObject({
      ...ofOrder,
      currency: z.string(),
      transactionKey: z.nullable(z.string()),
      how,
      reason: z.string(),
      by: z.string(),
    }),
  ),
  reductions: z.array(
    z.strictObject({
      ...ofOrder,
      kind: z.enum(reductionKinds),
      reason: z.nullable(z.string()),
      by: z.string(),
    }),
  ),
})
export type DayReport = z.infer<typeof DayReport>

export const laterKinds = [
  'confirmed',
  'settled',
  'declined',
  'expired',
  'refused',
  'unpaid',
  'money_back',
  'reduction',
] as const

/** What became of an order of this day after its end; it counts on the day on which it came. */
export const Later = z.strictObject({
  ...ofOrder,
  what: z.enum(laterKinds),
  countsOn: z.string(),
  currency: z.string(),
})
export type Later = z.infer<typeof Later>

export const openKinds = [
  'spot',
  'unpaid',
  'held',
  'unknown',
  'walk_out',
  'closing',
  'tab',
] as const

/** Something that is not settled when the day is to be closed. */
export const OpenLine = z.strictObject({
  /** Stands for the thing and for how it was seen, so that a reason never covers something else. */
  key: z.string(),
  kind: z.enum(openKinds),
  /** None for a tab, which is kept on a table. */
  spotId: z.optional(z.int()),
  tableId: z.optional(z.string()),
  spotName: z.string(),
  since: z.int(),
  amountMinor: z.optional(z.int()),
  currency: z.optional(z.string()),
})
export type OpenLine = z.infer<typeof OpenLine>

export const LeftOpen = z.strictObject({ ...OpenLine.shape, reason: z.string() })
export type LeftOpen = z.infer<typeof LeftOpen>

/** A business day. Times are milliseconds since 1970, amounts integer minor units. */
export const Day = z.strictObject({
  date: z.string(),
  /** The business day that it is now. */
  today: z.string(),
  from: z.int(),
  until: z.int(),
  timeZone: z.string(),
  report: DayReport,
  later: z.array(Later),
  /** How much of each of its payments was given back until now. */
  givenBack: z.record(z.string(), z.int()),
  /** What keeps it from being closed without more words; nothing where it is closed. */
  open: z.array(OpenLine),
  closed: z.optional(z.strictObject({ at: z.int(), by: z.string(), left: z.array(LeftOpen) })),
})
export type Day = z.infer<typeof Day>

/** A day with open lines closes when each of them was given a reason. */
export const CloseDay = z.strictObject({
  reasons: z
    .array(z.strictObject({ key: z.string().check(z.maxLength(200)), reason: typedText(200) }))
    .check(z.maxLength(5000)),
})
export type CloseDay = z.infer<typeof CloseDay>
