'use client'

import { useEffect, useRef } from 'react'
import { address } from '#contract/address.ts'
import { Unsettled } from '#contract/unsettled.ts'
import { useFloor } from '#components/floor/use-floor.ts'
import { useResource } from '#components/http/use-resource.ts'

/** Everything unsettled, read again whenever a tile of the live floor says that something changed. */
export function useUnsettled() {
  const { data, error, mutate } = useResource(address.unsettled, Unsettled)
  const tiles = useFloor().floor?.tiles
  // What was read a moment ago, before the page was left, may be older than the floor; so the first floor counts as news.
  const known = useRef<typeof tiles>(undefined)

  useEffect(() => {
    // The list of tiles stays the same one while none of them changes, however often the floor says that it is fresh.
    if (tiles === undefined || tiles === known.current) return
    known.current = tiles
    void mutate()
  }, [tiles, mutate])

  return { unsettled: data, error, readAgain: () => void mutate() }
}
