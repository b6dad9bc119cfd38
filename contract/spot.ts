import * as z from 'zod/mini'
import { Departure } from './departure.ts'
import { Line, Order } from './order.ts'

/** What is known of a spot whose code is in no register. */
export const StrangerFacts = z.strictObject({
  firstSeenAt: z.int(),
  /** How often somebody has checked in with it, and how often the house's rule has closed it since. */
  visits: z.int(),
  closed: z.int(),
  /** The one table whose code it nearly says; null where no table's or several are as near. */
  near: z.nullable(z.strictObject({ identifier: z.string(), name: z.string() })),
  /** Where it is, or where all tables are if the wallet does not say. */
  locationId: z.nullable(z.int()),
  /** When the house's rule closes it; null where it is left to people. */
  closesAt: z.nullable(z.int()),
  /** Somebody wants it left open for as long as this visit lasts. */
  staysOpen: z.boolean(),
})
export type StrangerFacts = z.infer<typeof StrangerFacts>

/** A spot and its present visit, as the spot's own page needs it. Times are milliseconds since 1970. */
export const SpotDetail = z.strictObject({
  /** The wallet's spot id. */
  id: z.int(),
  identifier: z.nullable(z.string()),
  locationId: z.nullable(z.int()),
  /** `closed`, `waiting`, `open`, or a word of the wallet's that Spotboard does not know (law 11). */
  status: z.string(),
  /** What people call it; hostile text made visible. */
  name: z.string(),
  /** When Spotboard first saw the present status (law 6). */
  since: z.nullable(z.int()),
  orders: z.array(Order),
  /** What the guests of this visit ordered last, so that it can be ordered once more. */
  lastRound: z.array(z.strictObject({ ...Line.shape, title: z.string() })),
  /** Visits that guests have ended themselves, and that something is unpaid or held of, oldest first. */
  departures: z.array(Departure),
  /** The registered table whose tile it has on the floor. */
  table: z.optional(
    z.strictObject({
      id: z.string(),
      isResting: z.boolean(),
      /** What is kept on it and nobody was asked to pay yet. */
      tabMinor: z.optional(z.int()),
      /** How often today somebody had scanned its code and nobody sat there. */
      nobodyHere: z.int(),
    }),
  ),
  /** When it is closed by itself, unless somebody wants it open. */
  closesAt: z.optional(z.int()),
  stranger: z.optional(StrangerFacts),
})
export type SpotDetail = z.infer<typeof SpotDetail>

export const CloseSpot = z.strictObject({ endsUnpaid: z.optional(z.boolean()) })

/** What closing would end; the `ends` member of a 409. */
export const Ending = z.strictObject({
  orderId: z.string(),
  status: z.string(),
  totalMinor: z.int(),
  currency: z.string(),
  /** What Spotboard is doing with it, or is about to do. */
  work: Order.shape.work,
})
export type Ending = z.infer<typeof Ending>
