import { matchKey } from '#contract/identifier.ts'
import { isRecommended } from '#contract/table-code.ts'
import { TableDraft } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'

/**
 * What is worth knowing of an identifier while it is being typed: that it is none, that its code becomes a larger one,
 * or that what was printed leads here no more. `before` is what the printed code says.
 */
export function identifierNote(
  typed: string,
  before: string | null,
): { isWrong: boolean; words: string } {
  if (typed === '') return { isWrong: false, words: text.tables.identifierHint }
  const identifier = TableDraft.shape.identifier.safeParse(typed)
  if (!identifier.success) return { isWrong: true, words: '' }
  const words = [
    ...printedWords(identifier.data, before),
    ...(isRecommended(identifier.data) ? [] : [text.tables.identifierLarge(better(typed.trim()))]),
  ]
  return { isWrong: false, words: words.join(' ') || text.tables.identifierHint }
}

function printedWords(identifier: string, before: string | null): string[] {
  if (before === null || identifier === before) return []
  const isSame = matchKey(identifier) === matchKey(before)
  return [isSame ? text.tables.spellingChanges : text.tables.identifierChanges(before)]
}

/** The same in the recommended form, where capital letters and spaces are all that it takes. */
function better(identifier: string): string | null {
  const plain = identifier
    .toUpperCase()
    .replaceAll(/[\s_.\-/]+/g, ' ')
    .trim()
  return isRecommended(plain) ? plain : null
}
