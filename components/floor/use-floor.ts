'use client'

import { useSyncExternalStore } from 'react'
import type { Tile } from '#contract/floor.ts'
import { browserWorld } from '#components/floor/browser-world.ts'
import { subscribeToFloor } from '#components/floor/subscribe-to-floor.ts'
import type { FloorNews } from '#components/floor/subscribe-to-floor.ts'

const nothingYet: FloorNews = { floor: null, silence: null }
const listeners = new Set<() => void>()
/** Whoever shows something far from the screen is told when there is time for it. */
const farListeners = new Set<() => void>()
let news = nothingYet
let hangUp: (() => void) | undefined
let byKey: ReadonlyMap<string, Tile> = new Map()

function listen(listener: () => void): () => void {
  listeners.add(listener)
  hangUp ??= subscribeToFloor((told) => {
    if (told.floor !== news.floor) {
      byKey = new Map(told.floor?.tiles.map((tile) => [tile.key, tile]))
    }
    news = told
    for (const tell of listeners) tell()
    tellFar()
  }, browserWorld)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    hangUp?.()
    hangUp = undefined
    // Whoever comes back must not take the news of then for the news of now.
    news = nothingYet
    byKey = new Map()
  }
}

const FAR_AT_ONCE = 50
let farToTell: (() => void)[] = []
let isTellingFar = false

function tellFar(): void {
  farToTell = [...farListeners]
  if (isTellingFar) return
  isTellingFar = true
  setTimeout(tellSome)
}

/** In steps, so that a finger never waits for what nobody sees. */
function tellSome(): void {
  for (const tell of farToTell.splice(0, FAR_AT_ONCE)) tell()
  isTellingFar = farToTell.length > 0
  if (isTellingFar) setTimeout(tellSome)
}

function listenFar(listener: () => void): () => void {
  farListeners.add(listener)
  return () => farListeners.delete(listener)
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

/**
 * One tile of a floor that something else on the page listens to. Whoever shows it is drawn anew when it changes and not
 * when another one does; what is far from the screen a moment later.
 */
export function useTileOf(key: string, isNear: boolean): Tile | undefined {
  return useSyncExternalStore(
    isNear ? listen : listenFar,
    () => byKey.get(key),
    () => undefined,
  )
}

/** The tile of one spot; its `revision` says when the spot's own page has to read again. */
export function useTile(spotId: number): Tile | undefined {
  return useFloor().floor?.tiles.find((tile) => tile.spot?.id === spotId)
}
