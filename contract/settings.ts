import * as z from 'zod/mini'

export const LONGEST_UNDO_S = 60
export const LONGEST_UNTIL_CLOSE_MINUTES = 120

/** What a manager sets for the house. */
export const Settings = z.strictObject({
  /** So long a deletion waits before it goes to the wallet and can be undone; 0 turns that off. In seconds. */
  undoSeconds: z.int().check(z.gte(0), z.lte(LONGEST_UNDO_S)),
  /** So long after everything on a visit is settled its spot is closed by itself; 0 turns that off. In minutes. */
  closeSettledAfterMinutes: z.int().check(z.gte(0), z.lte(LONGEST_UNTIL_CLOSE_MINUTES)),
})
export type Settings = z.infer<typeof Settings>

/** What is left out stays as it is. */
export const SettingsChange = z.partial(Settings)
export type SettingsChange = z.infer<typeof SettingsChange>

export const defaultSettings: Settings = { undoSeconds: 8, closeSettledAfterMinutes: 0 }
