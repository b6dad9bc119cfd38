'use client'

import { useEffect, useEffectEvent } from 'react'

/** Escape goes back, unless a sheet is open or a field is being written in, which take it for themselves. */
export function useEscape(goBack: () => void): void {
  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    const isWriting = event.target instanceof HTMLInputElement
    if (isWriting || document.querySelector('dialog[open], :popover-open')) return
    goBack()
  })

  useEffect(() => {
    const listen = (event: KeyboardEvent) => onEscape(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
