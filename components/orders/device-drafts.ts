import { changeDraft } from './draft.ts'
import type { DraftLine } from './draft.ts'
import type { KeptDraft } from './kept-draft.ts'
import { draftSlot, isWorthKeeping, newDraft, parseKeptDraft } from './kept-draft.ts'

/*
 * A browser that forbids storage (a private window, a full disk) takes no draft, but orders can still be written:
 * such a draft lives as long as its page.
 */

export function readDraft(slot: string): KeptDraft | null {
  try {
    return parseKeptDraft(localStorage.getItem(slot))
  } catch {
    return null
  }
}

export function storeDraft(slot: string, kept: KeptDraft): void {
  if (!isWorthKeeping(kept)) return dropDraft(slot)
  try {
    localStorage.setItem(slot, JSON.stringify(kept))
  } catch {
    // It lives in the page alone.
  }
}

export function dropDraft(slot: string): void {
  try {
    localStorage.removeItem(slot)
  } catch {
    // Nothing was stored either.
  }
}

/** Puts lines on the spot's next order. Not while one that went out has no answer, since that may not be changed. */
export function addToNewOrder(spotId: number, lines: readonly DraftLine[], now: number): boolean {
  const slot = draftSlot(spotId)
  const kept = readDraft(slot) ?? newDraft(now)
  if (kept.unanswered) return false
  const draft = lines.reduce(
    (before, line) => changeDraft(before, { type: 'add', ...line }),
    kept.draft,
  )
  storeDraft(slot, { ...kept, keptAt: now, draft })
  return true
}
