import { LONGEST_UNDO_S } from '#contract/settings.ts'
import { parseWholeNumber } from './whole-number.ts'

/** Whole seconds as somebody has typed them; null where that is no such number or more than is taken. */
export function parseUndoSeconds(typed: string): number | null {
  return parseWholeNumber(typed, LONGEST_UNDO_S)
}
