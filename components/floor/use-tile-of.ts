'use client'

import { useSyncExternalStore } from 'react'
import type { Tile } from '#contract/floor.ts'
import { look, tileOf } from '#components/floor/tile-store.ts'

/**
 * One tile of a floor that something else on the page listens to. Whoever shows it is drawn anew when it changes and not
 * when another one does; what is far from the screen a moment later.
 */
export function useTileOf(key: string, isNear: boolean): Tile | undefined {
  return useSyncExternalStore(
    (tell) => look(key, { isNear, tell }),
    () => tileOf(key),
    () => undefined,
  )
}
