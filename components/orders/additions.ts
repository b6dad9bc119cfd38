import type { Draft } from './draft.ts'
import type { Base } from './kept-draft.ts'

/**
 * How many rows of a draft are the order as the guest was asked for it, with only additions after them. None where one
 * of them was changed: such a draft is no longer just a longer order.
 */
export function givenRows(draft: Draft, base: Base): number {
  const isGiven = base.lines.every((line, index) => {
    const row = draft.lines[index]
    return (
      row?.title === line.title &&
      row.unitPriceMinor === line.unitPriceMinor &&
      row.quantity === line.quantity
    )
  })
  return isGiven ? base.lines.length : 0
}

/** What comes on top of the given rows. */
export function additionsTo(draft: Draft, given: number): Draft {
  return { ...draft, lines: draft.lines.slice(given) }
}
