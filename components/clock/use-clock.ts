'use client'

import { useSyncExternalStore } from 'react'
import { ageWords } from '#components/clock/age-words.ts'
import { now, onTick } from '#components/clock/clock.ts'

/**
 * What `read` makes of the present time. The component renders when the answer changes and not each second, so `read`
 * answers with a string, a number or a boolean. Null on the server, which does not know when the page will be seen.
 */
export function useClock<T extends string | number | boolean>(read: (now: number) => T): T | null {
  return useSyncExternalStore<T | null>(
    onTick,
    () => read(now()),
    () => null,
  )
}

/** The age of a moment in words, "6 min"; null where there is no moment. */
export function useAge(since: number | null): string | null {
  const words = useClock((time) => (since === null ? '' : ageWords(time - since)))
  return words === '' ? null : words
}
