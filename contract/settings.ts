import * as z from 'zod/mini'
import { isTimeZone } from './business-day.ts'
import { MAX_AMOUNT_MINOR } from './money.ts'

export const LONGEST_UNDO_S = 60
export const LONGEST_COUNTER_MINUTES = 720
export const LONGEST_UNTIL_CLOSE_MINUTES = 120
/** How long a code of no register may wait where no manager has said otherwise; in seconds. */
export const DEFAULT_GRACE_S = 60
export const LONGEST_GRACE_S = 3600
export const MOST_BURST_CODES = 100
export const LONGEST_BURST_MINUTES = 60

/** Payments at one location that equal what was asked for are confirmed without a person, each up to this amount. */
const AutoConfirm = z.strictObject({
  /** The wallet's location id. */
  locationId: z.int().check(z.gte(1)),
  capMinor: z.int().check(z.gte(1), z.lte(MAX_AMOUNT_MINOR)),
})

/** The rule as it holds, and the manager who set it so. */
export const AutoConfirmRule = z.strictObject({ ...AutoConfirm.shape, setBy: z.string() })
export type AutoConfirmRule = z.infer<typeof AutoConfirmRule>

/** What becomes of codes at one location that are in no register (law 7). */
const StrangerPolicy = z.strictObject({
  /** The wallet's location id. */
  locationId: z.int().check(z.gte(1)),
  /** So long one may wait before it is closed; 0 closes it at once, null leaves it to people. In seconds. */
  graceSeconds: z.nullable(z.int().check(z.gte(0), z.lte(LONGEST_GRACE_S))),
})

/** The rule as it holds, and the manager who set it so. */
export const StrangerRule = z.strictObject({ ...StrangerPolicy.shape, setBy: z.string() })
export type StrangerRule = z.infer<typeof StrangerRule>

const common = {
  /** So long a deletion waits before it goes to the wallet and can be undone; 0 turns that off. In seconds. */
  undoSeconds: z.int().check(z.gte(0), z.lte(LONGEST_UNDO_S)),
  /** An order at the counter that nobody has paid for so long needs a person. */
  counterMinutes: z.int().check(z.gte(1), z.lte(LONGEST_COUNTER_MINUTES)),
  /** So long after everything on a visit is settled its spot is closed by itself; 0 turns that off. In minutes. */
  closeSettledAfterMinutes: z.int().check(z.gte(0), z.lte(LONGEST_UNTIL_CLOSE_MINUTES)),
  /** The house's own, which its days are counted by; the machine may stand in a data centre. */
  timeZone: z.string().check(z.refine(isTimeZone, { error: 'must be a time zone of the IANA' })),
  /** The hour on the wall at which a business day ends. */
  dayEndsAtHour: z.int().check(z.gte(0), z.lte(23)),
  /** So much one visit may be asked less in all before a manager has to do it. */
  reductionLimitMinor: z.int().check(z.gte(0), z.lte(MAX_AMOUNT_MINOR)),
  /** So many codes of no register within so many minutes are a burst, which raises an alarm. */
  burstCodes: z.int().check(z.gte(2), z.lte(MOST_BURST_CODES)),
  burstMinutes: z.int().check(z.gte(1), z.lte(LONGEST_BURST_MINUTES)),
}

/** What a manager sets for the house. */
export const Settings = z.strictObject({
  ...common,
  /** One rule for a location at most; a location without one leaves every payment to a person. */
  autoConfirm: z.array(AutoConfirmRule),
  /** One rule for a location at most; one without any goes by `DEFAULT_GRACE_S`. */
  strangers: z.array(StrangerRule),
})
export type Settings = z.infer<typeof Settings>

function oncePerLocation<Rule extends { locationId: number }>() {
  return z.refine<readonly Rule[]>(
    (rules) => new Set(rules.map((rule) => rule.locationId)).size === rules.length,
    { error: 'names a location twice' },
  )
}

/** What is not named stays as it is. */
export const SettingsChange = z.partial(
  z.strictObject({
    ...common,
    autoConfirm: z.array(AutoConfirm).check(z.maxLength(200), oncePerLocation()),
    strangers: z.array(StrangerPolicy).check(z.maxLength(200), oncePerLocation()),
  }),
)
export type SettingsChange = z.infer<typeof SettingsChange>

/** The time zone is that of the machine until a manager names another. */
export const defaultSettings: Omit<Settings, 'timeZone'> = {
  undoSeconds: 8,
  counterMinutes: 30,
  closeSettledAfterMinutes: 0,
  dayEndsAtHour: 4,
  reductionLimitMinor: 1000,
  autoConfirm: [],
  strangers: [],
  burstCodes: 5,
  burstMinutes: 10,
}
