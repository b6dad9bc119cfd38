'use client'

import { useEffect, useRef } from 'react'
import { address } from '#contract/address.ts'
import { Counter } from '#contract/counter.ts'
import { useNews } from '#components/floor/use-floor.ts'
import { useResource } from '#components/http/use-resource.ts'

/** The orders at the counter, read again whenever a tile of the live floor says that something changed. */
export function useCounter() {
  const { data, error, mutate } = useResource(address.counter, Counter)
  const tiles = useNews(({ floor }) => floor?.tiles)
  const known = useRef<typeof tiles>(undefined)

  useEffect(() => {
    if (tiles === undefined || tiles === known.current) return
    known.current = tiles
    void mutate()
  }, [tiles, mutate])

  return { counter: data, error, readAgain: () => void mutate() }
}
