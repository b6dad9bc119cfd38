import * as z from 'zod/mini'

/** That the database was restored from a backup, so that nothing is done by itself until a manager says to go on. */
export const Restoration = z.strictObject({
  noticedAt: z.int(),
  /** How many rows of the trail the backup does not have. */
  lostActs: z.int(),
  /** Whether Paysera was read again since, so that what differs is known. */
  isRead: z.boolean(),
})
export type Restoration = z.infer<typeof Restoration>

export const RestorationAnswer = z.strictObject({ restoration: z.nullable(Restoration) })
