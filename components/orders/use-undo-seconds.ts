'use client'

import { address } from '#contract/address.ts'
import { Settings } from '#contract/settings.ts'
import { useResource } from '#components/http/use-resource.ts'

/**
 * How long a deletion can be undone, in seconds; null while that is being read. Where it cannot be read it counts as
 * turned off, so that a person is asked before anything is deleted for good.
 */
export function useUndoSeconds(): number | null {
  const { data, error } = useResource(address.settings, Settings)
  if (data) return data.undoSeconds
  return error ? 0 : null
}
