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
  const known = useRef(tiles)

  useEffect(() => {
    // A tile that did not change keeps its place in the same list, however often the floor says that it is fresh.
    if (tiles === undefined || tiles === known.current) return
    known.current = tiles
    void mutate()
  }, [tiles, mutate])

  return { unsettled: data, error, readAgain: () => void mutate() }
}
