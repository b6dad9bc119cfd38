import * as z from 'zod/mini'
import { Departure } from './departure.ts'
import { Line, Order } from './order.ts'

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
