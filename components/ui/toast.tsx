'use client'
'use no memo'

import { useEffect, useEffectEvent } from 'react'
import { createPortal } from 'react-dom'

const SHOWN_MS = 6_000

/** A sentence about what a tap came to, over the page, so that nothing moves for it; it goes by itself. */
export function Toast({ words, onEnd }: { words: string; onEnd: () => void }) {
  const end = useEffectEvent(onEnd)
  useEffect(() => {
    const timer = setTimeout(() => end(), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [])

  return createPortal(
    <p
      role="alert"
      className="fixed inset-x-3 bottom-4 z-30 mx-auto w-fit rounded-2xl bg-ink px-4 py-3 text-paper floating"
    >
      {words}
    </p>,
    document.body,
  )
}
