import * as z from 'zod/mini'

/** Control and direction-changing characters have no place in what staff type, and would deceive a reader. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u
const UNSEEN_ALL = new RegExp(UNSEEN, 'gu')

/** One line of text that a person typed: trimmed, not empty, free of unseen characters. */
export function typedText(maxLength: number) {
  return z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(maxLength),
    z.refine((text) => !UNSEEN.test(text), {
      error: 'must not contain control or direction-changing characters',
    }),
  )
}

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

/** Caps a text at a number of code points, with an ellipsis where something was left out. */
export function shorten(text: string, maxLength: number): string {
  const characters = Array.from(text)
  return characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join('')}…` : text
}
