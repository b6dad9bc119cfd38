import * as z from 'zod/mini'

export const LONGEST_UNDO_S = 60

/** What a manager sets for the house. */
export const Settings = z.strictObject({
  /** So long a deletion waits before it goes to the wallet and can be undone; 0 turns that off. In seconds. */
  undoSeconds: z.int().check(z.gte(0), z.lte(LONGEST_UNDO_S)),
})
export type Settings = z.infer<typeof Settings>

export const defaultSettings: Settings = { undoSeconds: 8 }
