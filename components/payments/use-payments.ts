'use client'

import { useEffect, useRef } from 'react'
import { address } from '#contract/address.ts'
import { Payments } from '#contract/payments.ts'
import { useFloor } from '#components/floor/use-floor.ts'
import { useResource } from '#components/http/use-resource.ts'

/** The payments of the house, read again whenever a tile of the live floor says that something changed. */
export function usePayments() {
  const { data, error, mutate } = useResource(address.payments, Payments)
  const tiles = useFloor().floor?.tiles
  // What was read a moment ago, before the page was left, may be older than the floor; so the first floor counts as news.
  const known = useRef<typeof tiles>(undefined)

  useEffect(() => {
    if (tiles === undefined || tiles === known.current) return
    known.current = tiles
    void mutate()
  }, [tiles, mutate])

  return { payments: data, error, readAgain: () => void mutate() }
}
