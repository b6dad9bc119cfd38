/** How a guest came to be asked less: a line or an order is gone, a price was lowered, or it was let go unpaid. */
export const reductionKinds = ['deleted', 'lowered', 'discount', 'write_off'] as const
export type ReductionKind = (typeof reductionKinds)[number]

export interface Reduction {
  kind: ReductionKind
  amountMinor: number
}

interface Asked {
  totalMinor: number
  /** Part of what the lines say that is not in the total. */
  discountMinor: number
}

/**
 * What an order asks less than before. A discount counts even where new lines make up for it, since they are asked for
 * nothing then; a discount that is taken back makes up for lines that went.
 */
export function reductionsBetween(before: Asked, after: Asked): Reduction[] {
  const discountMinor = Math.max(0, after.discountMinor - before.discountMinor)
  const loweredMinor = Math.max(0, before.totalMinor - after.totalMinor - discountMinor)
  const reductions: Reduction[] = [
    { kind: 'discount', amountMinor: discountMinor },
    { kind: 'lowered', amountMinor: loweredMinor },
  ]
  return reductions.filter(({ amountMinor }) => amountMinor > 0)
}
