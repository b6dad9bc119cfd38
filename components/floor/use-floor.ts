'use client'

import { useSyncExternalStore } from 'react'
import type { Tile } from '#contract/floor.ts'
import { browserWorld } from '#components/floor/browser-world.ts'
import { keepTiles } from '#components/floor/tile-store.ts'
import { subscribeToFloor } from '#components/floor/subscribe-to-floor.ts'
import type { FloorNews } from '#components/floor/subscribe-to-floor.ts'

const nothingYet: FloorNews = { floor: null, silence: null }
const listeners = new Set<() => void>()
let news = nothingYet
let hangUp: (() => void) | undefined

function listen(listener: () => void): () => void {
  listeners.add(listener)
  hangUp ??= subscribeToFloor((told) => {
    news = told
    keepTiles(told.floor?.tiles ?? [])
    for (const tell of listeners) tell()
  }, browserWorld)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    hangUp?.()
    hangUp = undefined
    // Whoever comes back must not take the news of then for the news of now.
    news = nothingYet
    keepTiles([])
  }
}

/**
 * The live floor. However many components ask, the page holds one stream. This is one value that a stream pushes, so
 * it needs nothing of a fetching library, which would cost the first load 6 kB.
 */
export function useFloor(): FloorNews {
  return useSyncExternalStore(
    listen,
    () => news,
    () => nothingYet,
  )
}

/** What the stream has told by now, for whoever looks at it with each tick of the clock. */
export function presentNews(): FloorNews {
  return news
}

/** The tile of one spot; its `revision` says when the spot's own page has to read again. */
export function useTile(spotId: number): Tile | undefined {
  return useFloor().floor?.tiles.find((tile) => tile.spot?.id === spotId)
}
