import 'server-only'
import { matchKey } from '#contract/identifier.ts'

/** So many slips make two codes say something else. */
const MOST_EDITS = 2
/** In a short code one letter is a third of what it says, and each slip would lead to another table. */
const LETTERS_AN_EDIT = 3

/**
 * The one identifier that the typed or printed one was probably meant to be: one or two letters too many, too few,
 * wrong or swapped. Letter case is no slip, since it makes no difference (law 7). Undefined where several are as near:
 * with TABLE 1 to TABLE 24 in the house nobody can tell which of them TABLE 25 was meant to be.
 */
export function nearMiss<Table extends { identifier: string }>(
  identifier: string,
  tables: readonly Table[],
): Table | undefined {
  const key = matchKey(identifier)
  let nearest: Table[] = []
  let least = MOST_EDITS
  for (const table of tables) {
    const other = matchKey(table.identifier)
    const allowed = Math.min(
      least,
      Math.floor(Math.min(key.length, other.length) / LETTERS_AN_EDIT),
    )
    const edits = editsBetween(key, other, allowed)
    if (edits === 0 || edits > allowed) continue
    nearest = edits < least ? [table] : [...nearest, table]
    least = edits
  }
  return nearest.length === 1 ? nearest[0] : undefined
}

/** How many letters have to be put in, taken out, replaced or swapped with their neighbour; `most + 1` for more than `most`. */
export function editsBetween(one: string, other: string, most: number): number {
  const [from, to] = [Array.from(one), Array.from(other)]
  if (Math.abs(from.length - to.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [row, letter] of from.entries()) {
    const next = [row + 1]
    for (const [column, wanted] of to.entries()) {
      const isSwapped =
        row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === wanted
      next.push(
        Math.min(
          (last[column] ?? 0) + (letter === wanted ? 0 : 1),
          (last[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
          isSwapped ? (before[column - 1] ?? 0) + 1 : Infinity,
        ),
      )
    }
    if (Math.min(...next) > most) return most + 1
    before = last
    last = next
  }
  return Math.min(last[to.length] ?? 0, most + 1)
}
