'use client'
'use no memo'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { MouseEvent } from 'react'

/**
 * Follows plain links of the board's own without loading a new page. One listener for all of them, since a link
 * component on each of a thousand tiles costs more than the tile. `data-keeps-scroll` leaves the page where it is.
 */
export function useBoardLinks() {
  const router = useRouter()
  return (event: MouseEvent) => {
    const isPlain = event.button === 0 && !event.altKey && !event.ctrlKey && !event.metaKey
    if (!isPlain || event.shiftKey || event.defaultPrevented) return
    if (!(event.target instanceof Element)) return
    const link = event.target.closest('a')
    if (!link || link.target !== '' || link.hasAttribute('download')) return
    const address = link.getAttribute('href') ?? ''
    if (!isOurs(address)) return
    event.preventDefault()
    router.push(address, { scroll: link.dataset['keepsScroll'] === undefined })
  }
}

/** Whether an address is one of the board's own pages. */
export function isOurs(address: string): address is Route {
  return address.startsWith('/') && !address.startsWith('//')
}
