import { DEFAULT_GRACE_S, LONGEST_GRACE_S } from '#contract/settings.ts'
import type { StrangerRule } from '#contract/settings.ts'
import { parseWholeNumber } from './whole-number.ts'

/** How long a code of no register may wait, as it stands in the fields. */
export interface TypedGrace {
  way: 'grace' | 'once' | 'hand'
  seconds: string
}

type Rule = Omit<StrangerRule, 'setBy'>

/** As it is saved, or as it holds where nobody has said anything. */
export function typedGrace(rule: Rule | undefined): TypedGrace {
  const graceSeconds = rule ? rule.graceSeconds : DEFAULT_GRACE_S
  if (graceSeconds === null) return { way: 'hand', seconds: String(DEFAULT_GRACE_S) }
  if (graceSeconds === 0) return { way: 'once', seconds: String(DEFAULT_GRACE_S) }
  return { way: 'grace', seconds: String(graceSeconds) }
}

/** What the fields say; undefined where that is nothing that can be saved. */
export function graceOf({ way, seconds }: TypedGrace): number | null | undefined {
  if (way === 'hand') return null
  if (way === 'once') return 0
  const read = parseWholeNumber(seconds, LONGEST_GRACE_S)
  return read === null || read === 0 ? undefined : read
}

export function isSameRules(
  asked: readonly { locationId: number; graceSeconds: number | null | undefined }[],
  rules: readonly Rule[],
): boolean {
  return (
    asked.length === rules.length &&
    asked.every(({ locationId, graceSeconds }) =>
      rules.some((rule) => rule.locationId === locationId && rule.graceSeconds === graceSeconds),
    )
  )
}
