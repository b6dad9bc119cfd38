import { shorten } from './shorten.ts'

/** Control and direction-changing characters have no place in what staff type, and would deceive a reader. */
export const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u
const UNSEEN_ALL = new RegExp(UNSEEN, 'gu')

/**
 * Hostile text (law 7) made fit for a screen: unseen characters become visible code points and the length is capped.
 * It is still text and never markup.
 */
export function visibleText(text: string, maxLength = 60): string {
  const seen = text.replace(
    UNSEEN_ALL,
    (character) =>
      `⟪${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟫`,
  )
  return shorten(seen, maxLength)
}
