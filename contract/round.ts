import * as z from 'zod/mini'
import { matchKey } from './identifier.ts'
import { LONGEST_CODE } from './scan.ts'
import { parseTableCode } from './table-code.ts'
import type { Table } from './table.ts'

/** The sticker round: somebody goes from table to table and scans the code of each. */
export const Round = z.strictObject({
  /** What was scanned before this belongs to an earlier round; null before the first. Milliseconds since 1970. */
  beganAt: z.nullable(z.int()),
  beganBy: z.nullable(z.string()),
})
export type Round = z.infer<typeof Round>

export const TableCheck = z.strictObject({
  /** What stands in the code that is stuck on the table. */
  says: z.string().check(z.minLength(1), z.maxLength(LONGEST_CODE)),
  /** Somebody typed it, where no camera could read it; then the table's name or identifier is enough. */
  isTyped: z.optional(z.boolean()),
})
export type TableCheck = z.infer<typeof TableCheck>

/** Whether this is the code of that table as it is registered now, or what somebody would type for it. */
export function isCheckOf(
  { locationId, identifier, name }: Pick<Table, 'locationId' | 'identifier' | 'name'>,
  { says, isTyped }: TableCheck,
): boolean {
  const coded = parseTableCode(says)
  if (coded) {
    return coded.locationId === locationId && matchKey(coded.identifier) === matchKey(identifier)
  }
  return isTyped === true && [identifier, name].map(matchKey).includes(matchKey(says))
}

/** Whether a table's code was scanned in this round. */
export function isCheckedIn({ checkedAt }: Pick<Table, 'checkedAt'>, { beganAt }: Round): boolean {
  return checkedAt !== null && beganAt !== null && checkedAt >= beganAt
}
