import * as z from 'zod/mini'
import { MAX_AMOUNT_MINOR } from './money.ts'

export const LONGEST_UNDO_S = 60
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

/** So long a deletion waits before it goes to the wallet and can be undone; 0 turns that off. In seconds. */
const undoSeconds = z.int().check(z.gte(0), z.lte(LONGEST_UNDO_S))

/** So long after everything on a visit is settled its spot is closed by itself; 0 turns that off. In minutes. */
const closeSettledAfterMinutes = z.int().check(z.gte(0), z.lte(LONGEST_UNTIL_CLOSE_MINUTES))

/** What a manager sets for the house. */
export const Settings = z.strictObject({
  undoSeconds,
  closeSettledAfterMinutes,
  /** One rule for a location at most; a location without one leaves every payment to a person. */
  autoConfirm: z.array(AutoConfirmRule),
})
export type Settings = z.infer<typeof Settings>

/** What is not named stays as it is. */
export const SettingsChange = z.strictObject({
  undoSeconds: z.optional(undoSeconds),
  closeSettledAfterMinutes: z.optional(closeSettledAfterMinutes),
  autoConfirm: z.optional(
    z.array(AutoConfirm).check(
      z.maxLength(200),
      z.refine((rules) => new Set(rules.map((rule) => rule.locationId)).size === rules.length, {
        error: 'names a location twice',
      }),
    ),
  ),
})
export type SettingsChange = z.infer<typeof SettingsChange>

export const defaultSettings: Settings = {
  undoSeconds: 8,
  closeSettledAfterMinutes: 0,
  autoConfirm: [],
}
