'use client'

import { useEffect, useState } from 'react'
import type { RefObject } from 'react'

/** So far ahead of the screen a tile is drawn; a finger scrolls less than that between two frames. */
const AHEAD = '800px'

const tellers = new WeakMap<Element, (isNear: boolean) => void>()
let observer: IntersectionObserver | undefined

function watch(element: Element, tell: (isNear: boolean) => void): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) tellers.get(target)?.(isIntersecting)
    },
    // The first is for the screen, the second for what scrolls inside it; older browsers draw at the edge.
    { rootMargin: AHEAD, scrollMargin: AHEAD },
  )
  tellers.set(element, tell)
  observer.observe(element)
  return () => observer?.unobserve(element)
}

/** Whether an element is on screen or about to be; `atFirst` until the browser has looked. */
export function useIsNear(element: RefObject<Element | null>, atFirst: boolean): boolean {
  const [isNear, setIsNear] = useState(atFirst)
  useEffect(() => {
    return element.current ? watch(element.current, setIsNear) : undefined
  }, [element])
  return isNear
}
