import * as z from 'zod/mini'

/** What acknowledging an alarm over many codes of no register sends, and what it is answered. */
export const BurstSeen = z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(64)) })
