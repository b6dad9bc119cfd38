const LONGEST = 240

/**
 * Either a whole emoji with its joiners, which is left alone (outside of one, a joiner is a way to
 * make two names look like one), or a single character that a reader would not see: control,
 * direction-changing, invisible, private or unassigned.
 */
const EMOJI_OR_UNSEEN =
  /(\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?(?:\u200d\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?)*)|[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/**
 * Text that somebody else wrote, with everything in it that a reader would not see made visible,
 * such as `⟪U+202E⟫` for a reversal of direction. Cut to a length that a phone can show.
 *
 * @param {string | number | null | undefined} text
 */
export function visibleText(text) {
  const points = Array.from(String(text ?? ''))
  const kept = points.length > LONGEST ? [...points.slice(0, LONGEST), '…'] : points
  return kept.join('').replaceAll(EMOJI_OR_UNSEEN, (found, emoji) => emoji ?? nameOf(found))
}

/** @param {string} unseen One code point. */
function nameOf(unseen) {
  const point = unseen.codePointAt(0) ?? 0
  return `⟪U+${point.toString(16).toUpperCase().padStart(4, '0')}⟫`
}
