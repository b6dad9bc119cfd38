import { LONGEST_UNDO_S } from '#contract/settings.ts'

/** Whole seconds as somebody has typed them; null where that is no such number or more than is taken. */
export function parseUndoSeconds(typed: string): number | null {
  const trimmed = typed.trim()
  if (!/^\d{1,3}$/.test(trimmed)) return null
  const seconds = Number(trimmed)
  return seconds <= LONGEST_UNDO_S ? seconds : null
}
