'use client'

import { useEffect, useRef } from 'react'
import type { FocusEvent, RefObject } from 'react'

/**
 * Keeps the keyboard at a card when the control that it stood on is switched off or goes, by its own act, by somebody
 * else's or because its time is up; it would start over at the top of the page. Who has gone elsewhere stays there.
 */
export function useKeptFocus(card: RefObject<HTMLElement | null>) {
  const isHere = useRef(false)
  useEffect(() => {
    if (isHere.current && isLost(document.activeElement)) card.current?.focus()
  })
  return {
    onFocus: () => {
      isHere.current = true
    },
    onBlur: ({ target }: FocusEvent) => {
      // A control that was switched off has lost the keyboard without anybody leaving it.
      if (!isLost(target)) isHere.current = false
    },
  }
}

function isLost(element: Element | null): boolean {
  return element === null || element === document.body || element.matches(':disabled')
}
