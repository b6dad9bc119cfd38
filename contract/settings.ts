import * as z from 'zod/mini'
import { isTimeZone } from './business-day.ts'
import { MAX_AMOUNT_MINOR } from './money.ts'

export const LONGEST_UNDO_S = 60

/** What a manager sets for the house. */
export const Settings = z.strictObject({
  /** So long a deletion waits before it goes to the wallet and can be undone; 0 turns that off. In seconds. */
  undoSeconds: z.int().check(z.gte(0), z.lte(LONGEST_UNDO_S)),
  /** The house's own, which its days are counted by; the machine may stand in a data centre. */
  timeZone: z.string().check(z.refine(isTimeZone, { error: 'must be a time zone of the IANA' })),
  /** The hour on the wall at which a business day ends. */
  dayEndsAtHour: z.int().check(z.gte(0), z.lte(23)),
  /** So much one visit may be asked less in all before a manager has to do it. */
  reductionLimitMinor: z.int().check(z.gte(0), z.lte(MAX_AMOUNT_MINOR)),
})
export type Settings = z.infer<typeof Settings>

/** What is left out stays as it is. */
export const SettingsChange = z.partial(Settings)
export type SettingsChange = z.infer<typeof SettingsChange>

/** The time zone is that of the machine until a manager names another. */
export const defaultSettings: Omit<Settings, 'timeZone'> = {
  undoSeconds: 8,
  dayEndsAtHour: 4,
  reductionLimitMinor: 1000,
}
