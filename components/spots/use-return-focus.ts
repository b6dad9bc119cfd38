'use client'

import { useEffect } from 'react'
import type { WayToTile } from '#components/floor/way-to-tile.ts'

/** When the panel goes, the keyboard goes back to the tile that opened it. */
export function useReturnFocus(way: WayToTile): void {
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body
      if (!isLost) return
      document
        .querySelector<HTMLElement>(`a[data-key][href="${way}"]`)
        ?.focus({ preventScroll: true })
    },
    [way],
  )
}
