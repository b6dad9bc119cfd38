'use client'

import { useSyncExternalStore } from 'react'
import type { Tile } from '#contract/floor.ts'
import { now, onTick } from '#components/clock/clock.ts'
import { browserWorld } from '#components/floor/browser-world.ts'
import { carryOver, changesBetween, changesBy, overviewOf } from '#components/floor/overview.ts'
import type { Overview } from '#components/floor/overview.ts'
import { changeTiles, keepTiles, tileOf } from '#components/floor/tile-store.ts'
import { subscribeToFloor } from '#components/floor/subscribe-to-floor.ts'
import type { FloorNews } from '#components/floor/subscribe-to-floor.ts'

const nothingYet: FloorNews = { floor: null, silence: null }
const noTiles: readonly Tile[] = []
const listeners = new Set<() => void>()
let news = nothingYet
let hangUp: (() => void) | undefined

function listen(listener: () => void): () => void {
  listeners.add(listener)
  hangUp ??= subscribeToFloor((told, patch) => {
    const before = news.floor?.tiles ?? noTiles
    const tiles = told.floor?.tiles ?? noTiles
    news = told
    if (tiles !== before) {
      const changes = patch ? changesBy(patch, tileOf) : changesBetween(before, tiles)
      carryOver(before, tiles, changes)
      if (changes) changeTiles(changes.map(({ now }) => now))
      else keepTiles(tiles)
    }
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
  return useNews((all) => all)
}

/**
 * What `read` makes of the news. The component is drawn when the answer is another one, so `read` makes no object of its
 * own.
 */
export function useNews<T>(read: (news: FloorNews) => T): T {
  return useSyncExternalStore(
    listen,
    () => read(news),
    () => read(nothingYet),
  )
}

/** What `read` makes of the news and the time. The component is drawn when the answer is another one. */
export function useNewsWithClock<T extends string | number | boolean>(
  read: (news: FloorNews, now: number) => T,
): T | null {
  return useSyncExternalStore<T | null>(
    listenWithClock,
    () => read(news, now()),
    () => null,
  )
}

function listenWithClock(listener: () => void): () => void {
  const stopTicking = onTick(listener)
  const stopListening = listen(listener)
  return () => {
    stopTicking()
    stopListening()
  }
}

/** A part of what all tiles come to. The component is drawn when that part changes. */
export function useOverview<T>(read: (overview: Overview) => T): T {
  return useNews(({ floor }) => read(overviewOf(floor?.tiles ?? noTiles)))
}

/** What the stream has told by now, for whoever looks at it with each tick of the clock. */
export function presentNews(): FloorNews {
  return news
}

/** The tile of one spot; its `revision` says when the spot's own page has to read again. */
export function useTile(spotId: number): Tile | undefined {
  return useNews(({ floor }) => floor?.tiles.find((tile) => tile.spot?.id === spotId))
}
