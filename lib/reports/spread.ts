import 'server-only'
import type { Spread } from '#contract/day.ts'

/** Median and ninth tenth by rank, so that both are durations that were really measured; null of nothing. */
export function spreadOf(durationsMs: readonly number[]): Spread | null {
  if (durationsMs.length === 0) return null
  const sorted = durationsMs.toSorted((one, other) => one - other)
  const atRank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0
  return { count: sorted.length, medianMs: atRank(0.5), p90Ms: atRank(0.9) }
}
