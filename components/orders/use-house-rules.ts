'use client'

import { address } from '#contract/address.ts'
import { Settings } from '#contract/settings.ts'
import { useResource } from '#components/http/use-resource.ts'

interface HouseRules {
  /**
   * How long a deletion can be undone; null while that is being read. Where it cannot be read it counts as turned off, so
   * that a person is asked before anything is deleted for good.
   */
  undoSeconds: number | null
  /** So much may be taken off one visit before it needs a manager; null where that is not known. */
  reductionLimitMinor: number | null
}

/** What the manager has set about deleting. */
export function useHouseRules(): HouseRules {
  const { data, error } = useResource(address.settings, Settings)
  if (data) return data
  return { undoSeconds: error ? 0 : null, reductionLimitMinor: null }
}
