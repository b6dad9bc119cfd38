'use client'

import { useEffect, useRef } from 'react'
import { address } from '#contract/address.ts'
import { SpotDetail } from '#contract/spot.ts'
import { useTile } from '#components/floor/use-floor.ts'
import { useResource } from '#components/http/use-resource.ts'

/** A spot with its orders, read again whenever its tile on the live floor says that something changed. */
export function useSpot(spotId: number) {
  const { data, error, mutate } = useResource(address.spot(spotId), SpotDetail)
  const tile = useTile(spotId)
  const news = tile && `${tile.revision} ${tile.spot?.status}`
  const known = useRef<string | undefined>(undefined)

  useEffect(() => {
    // The first news is what the page is reading anyway.
    if (known.current !== undefined && news !== undefined && known.current !== news) void mutate()
    known.current = news ?? known.current
  }, [news, mutate])

  return { spot: data, error, readAgain: () => void mutate() }
}
