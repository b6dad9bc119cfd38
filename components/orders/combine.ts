import { MAX_QUANTITY } from '#contract/order.ts'
import type { DraftLine } from './draft.ts'

/**
 * Puts what one person changed on top of what somebody else has sent meanwhile, so that nobody's lines
 * vanish: each line of `theirs` is counted up or down by what `mine` changed against their common `base`.
 */
export function combineLines(
  base: readonly DraftLine[],
  mine: readonly DraftLine[],
  theirs: readonly DraftLine[],
): DraftLine[] {
  const before = countByLine(base)
  const after = countByLine(mine)
  const combined = [...countByLine(theirs)].map(([key, line]) => ({
    ...line,
    quantity: bounded(line.quantity + quantity(after, key) - quantity(before, key)),
  }))
  const present = countByLine(theirs)
  for (const [key, line] of after) {
    const added = line.quantity - quantity(before, key)
    if (!present.has(key) && added > 0) combined.push({ ...line, quantity: bounded(added) })
  }
  return combined.filter((line) => line.quantity > 0)
}

/** Equal titles at equal prices are one line here, however many rows they stand on. */
function countByLine(lines: readonly DraftLine[]): Map<string, DraftLine> {
  const counted = new Map<string, DraftLine>()
  for (const line of lines) {
    const key = JSON.stringify([line.title, line.unitPriceMinor])
    counted.set(key, { ...line, quantity: line.quantity + quantity(counted, key) })
  }
  return counted
}

function quantity(lines: Map<string, DraftLine>, key: string): number {
  return lines.get(key)?.quantity ?? 0
}

function bounded(count: number): number {
  return Math.min(MAX_QUANTITY, Math.max(0, count))
}
