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
  // Reading starts with the first drawing, so it knows at least what the floor knew by then, and maybe not more.
  const known = useRef(news)

  useEffect(() => {
    if (news === undefined || news === known.current) return
    known.current = news
    void mutate()
  }, [news, mutate])

  return { spot: data, error, readAgain: () => void mutate() }
}
