'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False until the page's own code runs; before that a form would be sent the browser's way. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
