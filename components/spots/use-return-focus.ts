'use client'

import { useEffect } from 'react'

/** When the panel goes, the keyboard goes back to the tile that opened it. */
export function useReturnFocus(spotId: number): void {
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body
      if (!isLost) return
      document
        .querySelector<HTMLElement>(`a[data-key][href="/spots/${spotId}"]`)
        ?.focus({ preventScroll: true })
    },
    [spotId],
  )
}
