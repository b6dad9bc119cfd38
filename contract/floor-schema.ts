import * as z from 'zod/mini'
import { restoredStates, troubles } from './floor.ts'

export const Going = z.strictObject({
  staffId: z.string(),
  name: z.string(),
  /** Since when, in milliseconds since 1970. */
  since: z.int(),
})

/** What `POST` and `DELETE` of a spot's `going` answer; the `going` member of a 409 is whoever was first. */
export const GoingAnswer = z.strictObject({ going: z.nullable(Going) })

/** One place on the floor. Times are milliseconds since 1970, amounts minor units. */
export const Tile = z.strictObject({
  key: z.string(),
  /** The registered table that it is; a tile without a spot is of a table that nobody has scanned yet. */
  tableId: z.optional(z.string()),
  /** What is kept on the table and nobody was asked to pay yet. */
  tabMinor: z.optional(z.int()),
  /** Out of service for now. */
  isResting: z.optional(z.boolean()),
  /** Its code is in no register (law 7). */
  isStranger: z.optional(z.boolean()),
  /** What people call it; hostile text made visible. */
  name: z.string(),
  spot: z.optional(
    z.strictObject({
      /** The wallet's spot id. */
      id: z.int(),
      identifier: z.nullable(z.string()),
      locationId: z.nullable(z.int()),
      /** `closed`, `waiting`, `open`, or a word that Spotboard does not know (law 11). */
      status: z.string(),
    }),
  ),
  /** The part of the house that it stands in; null where nobody has said. */
  area: z.nullable(z.string()),
  /** When the wallet last told something new of this spot; null before it has told anything in this run. */
  asOf: z.nullable(z.int()),
  /** Who is on the way to whoever needs a person here. */
  going: z.nullable(Going),
  /** When Spotboard first saw the present status (law 6). */
  since: z.nullable(z.int()),
  /** Grows with each change to the spot or its orders, so that its page knows when to read again. */
  revision: z.int(),
  currency: z.string(),
  /** Asked and not yet paid, what is still being sent included. */
  unpaidMinor: z.int(),
  /** Reserved: the guest's money is held and somebody has to decide. */
  heldMinor: z.int(),
  heldSince: z.nullable(z.int()),
  /** How many payments that is. */
  heldCount: z.int(),
  /** Confirmed or taken otherwise on this visit. */
  receivedMinor: z.int(),
  /** Since when the oldest order here tries to go out that asks a person whether it is still wanted (law 9). */
  askingSince: z.nullable(z.int()),
  /** How many rows the list of everything unsettled has about this spot. */
  unsettled: z.int(),
  /** Guests have ended their visit here themselves, while something was unpaid or held; an alarm asks for a decision. */
  left: z.optional(z.strictObject({ since: z.int(), isHere: z.boolean(), isAlarm: z.boolean() })),
  /** When the spot is closed by itself, unless somebody wants it open: all is paid, or its code is in no register. */
  closesAt: z.optional(z.int()),
})

const Freshness = {
  /** When the wallet last said who waits. */
  asOf: z.nullable(z.int()),
  trouble: z.nullable(z.strictObject({ cause: z.enum(troubles), since: z.int() })),
}

/** When the wallet last said which spots are open; it is asked for them less often than for who waits. */
const openAsOf = z.nullable(z.int())
/**
 * The areas that somebody follows who looks at the floor now; null while somebody follows them all. What happens in any
 * other area alerts everybody.
 */
const followed = z.nullable(z.array(z.string()))

/** How many payments Paysera and the book say different things of, and nobody has settled. */
const differences = z.optional(z.int())

/**
 * The database was restored from a backup, and nothing is done by itself until a manager has seen what differs; whether
 * the wallet was read again since. Absent where that is not so.
 */
const restored = z.optional(z.enum(restoredStates))
/** Many codes of no register in a short time, which nobody has said yet that they have seen; null once somebody has. */
const burst = z.optional(
  z.nullable(
    z.strictObject({
      id: z.string(),
      /** When the first of them came. */
      since: z.int(),
      /** How many codes came since then. */
      codes: z.int(),
    }),
  ),
)

export const Floor = z.strictObject({
  /** Names this run of the server; a version means nothing in another run. */
  boot: z.string(),
  version: z.int(),
  title: z.string(),
  ...Freshness,
  openAsOf,
  followed,
  differences,
  restored,
  burst,
  /** In the order in which they stand on screen. */
  tiles: z.array(Tile),
})

export const FloorPatch = z.strictObject({
  /** The version that the patch applies to, and the one that it leads to. */
  from: z.int(),
  to: z.int(),
  title: z.optional(z.string()),
  ...Freshness,
  openAsOf: z.optional(openAsOf),
  followed: z.optional(followed),
  differences,
  /** `over` where it is not so any more. */
  restored: z.optional(z.enum([...restoredStates, 'over'])),
  burst,
  set: z.array(Tile),
  removed: z.array(z.string()),
  /** All keys in their order, where the order changed. */
  order: z.optional(z.array(z.string())),
})
