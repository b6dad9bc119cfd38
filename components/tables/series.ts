import { matchKey } from '#contract/identifier.ts'
import { MOST_AT_ONCE, type Table } from '#contract/table.ts'

export interface Series {
  prefix: string
  from: string
  to: string
  /** With how many digits each number is written at least. */
  digits: number
}

const HIGHEST = 9999

/** The identifiers of a series, such as T1 to T24; null where its numbers make none, or more than go at once. */
export function identifiersOf({ prefix, from, to, digits }: Series): string[] | null {
  const [first, last] = [numberOf(from), numberOf(to)]
  if (first === null || last === null || last < first || last - first >= MOST_AT_ONCE) return null
  return Array.from({ length: last - first + 1 }, (_, at) =>
    `${prefix}${String(first + at).padStart(digits, '0')}`.trim(),
  )
}

/** Which of these would be new at a location, and which tables have such an identifier already. */
export function newAmong(
  identifiers: readonly string[],
  locationId: number,
  tables: readonly Table[],
): { fresh: string[]; known: Table[] } {
  const byKey = new Map(
    tables
      .filter((table) => table.locationId === locationId)
      .map((table) => [matchKey(table.identifier), table]),
  )
  return {
    fresh: identifiers.filter((identifier) => !byKey.has(matchKey(identifier))),
    known: identifiers.flatMap((identifier) => byKey.get(matchKey(identifier)) ?? []),
  }
}

function numberOf(typed: string): number | null {
  const text = typed.trim()
  if (!/^\d{1,4}$/.test(text)) return null
  const number = Number(text)
  return number <= HIGHEST ? number : null
}
