import type { KeptDraft } from './kept-draft.ts'
import { isWorthKeeping, parseKeptDraft } from './kept-draft.ts'

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
