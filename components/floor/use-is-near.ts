'use client'

import { useState } from 'react'

/** So far ahead of the screen a tile is drawn; a finger scrolls less than that between two frames. */
const AHEAD = '600px'

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

/**
 * Whether what stands between two elements is on screen or about to be; `atFirst` until the browser has looked. Only
 * these two take the answer's `ref`, since the browser looks at each with every frame; they stand closer together than
 * what it sees is high.
 */
export function useIsNear(atFirst: boolean) {
  const [isNear, setIsNear] = useState(atFirst)
  const [nearEnds] = useState(() => new Set<Element>())
  const ref = (end: Element | null) => {
    if (!end) return undefined
    const stop = watch(end, (isEndNear) => {
      if (isEndNear) nearEnds.add(end)
      else nearEnds.delete(end)
      setIsNear(nearEnds.size > 0)
    })
    return () => {
      nearEnds.delete(end)
      stop()
    }
  }
  return { isNear, ref }
}
