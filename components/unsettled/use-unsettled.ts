'use client'

import { address } from '#contract/address.ts'
import { Unsettled } from '#contract/unsettled.ts'
import { useFloorNews } from '#components/floor/use-floor-news.ts'
import { useResource } from '#components/http/use-resource.ts'

/** Everything unsettled, read again whenever a tile of the live floor says that something changed. */
export function useUnsettled() {
  const { data, error, mutate } = useResource(address.unsettled, Unsettled)
  useFloorNews(() => void mutate())
  return { unsettled: data, error, readAgain: () => void mutate() }
}
