import * as z from 'zod/mini'
import { isTimeZone } from './business-day.ts'
import { MAX_AMOUNT_MINOR } from './money.ts'

export const LONGEST_UNDO_S = 60
export const LONGEST_COUNTER_MINUTES = 720
export const LONGEST_UNTIL_CLOSE_MINUTES = 120

/** Payments at one location that equal what was asked for are confirmed without a person, each up to this amount. */
const AutoConfirm = z.strictObject({
  /** The wallet's location id. */
  locationId: z.int().check(z.gte(1)),
  capMinor: z.int().check(z.gte(1), z.lte(MAX_AMOUNT_MINOR)),
})

/** The rule as it holds, and the manager who set it so. */
export const AutoConfirmRule = z.strictObject({ ...AutoConfirm.shape, setBy: z.string() })
export type AutoConfirmRule = z.infer<typeof AutoConfirmRule>

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
}

/** What a manager sets for the house. */
export const Settings = z.strictObject({
  ...common,
  /** One rule for a location at most; a location without one leaves every payment to a person. */
  autoConfirm: z.array(AutoConfirmRule),
})
export type Settings = z.infer<typeof Settings>

/** What is not named stays as it is. */
export const SettingsChange = z.partial(
  z.strictObject({
    ...common,
    autoConfirm: z.array(AutoConfirm).check(
      z.maxLength(200),
      z.refine((rules) => new Set(rules.map((rule) => rule.locationId)).size === rules.length, {
        error: 'names a location twice',
      }),
    ),
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
}
