'use client'

import { useEffect, useRef } from 'react'
import { address } from '#contract/address.ts'
import { SpotDetail } from '#contract/spot.ts'
import { useTile } from '#components/floor/use-floor.ts'
import { useResource } from '#components/http/use-resource.ts'

/**
 * A spot with its orders, read when it is opened and whenever its tile on the live floor says that something changed.
 * Opening it again at once reads it again too: a payment that was held meanwhile has to be there to be confirmed.
 */
export function useSpot(spotId: number) {
  const { data, error, mutate } = useResource(address.spot(spotId), SpotDetail, {
    readsOnMount: false,
  })
  const tile = useTile(spotId)
  const news = `${spotId} ${tile?.revision} ${tile?.spot?.status}`
  const known = useRef('')

  useEffect(() => {
    if (news === known.current) return
    known.current = news
    void mutate()
  }, [news, mutate])

  return { spot: data, error, readAgain: () => void mutate() }
}
