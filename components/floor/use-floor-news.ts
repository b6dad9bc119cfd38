'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import { useFloor } from './use-floor.ts'

/** Does something whenever a tile of the live floor says that something changed, such as reading a list again. */
export function useFloorNews(onNews: () => void): void {
  const tiles = useFloor().floor?.tiles
  // What was read a moment ago, before the page was left, may be older than the floor; so the first floor counts as news.
  const known = useRef<typeof tiles>(undefined)
  const tell = useEffectEvent(onNews)

  useEffect(() => {
    // The list of tiles stays the same one while none of them changes, however often the floor says that it is fresh.
    if (tiles === undefined || tiles === known.current) return
    known.current = tiles
    tell()
  }, [tiles])
}
