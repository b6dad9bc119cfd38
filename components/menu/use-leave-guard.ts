'use client'

import type { Route } from 'next'
import { useEffect, useEffectEvent } from 'react'

/**
 * While something is not saved, a click on a link of this site is held back and told with its target; closing and
 * reloading are asked about by the browser itself.
 */
export function useLeaveGuard(isUnsaved: boolean, onLeave: (target: Route) => void): void {
  const hold = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element && event.target.closest('a[href]')
    if (!(link instanceof HTMLAnchorElement) || link.origin !== window.location.origin) return
    const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link.target !== ''
    const staysHere = link.pathname === window.location.pathname
    if (opensElsewhere || staysHere || !isRoute(link.pathname)) return
    event.preventDefault()
    event.stopPropagation()
    onLeave(link.pathname)
  })

  useEffect(() => {
    if (!isUnsaved) return undefined
    const holdClick = (event: MouseEvent) => hold(event)
    const holdUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    document.addEventListener('click', holdClick, { capture: true })
    window.addEventListener('beforeunload', holdUnload)
    return () => {
      document.removeEventListener('click', holdClick, { capture: true })
      window.removeEventListener('beforeunload', holdUnload)
    }
  }, [isUnsaved])
}

/** A path of this site's, since only the site's own links are held. */
function isRoute(path: string): path is Route {
  return path.startsWith('/')
}
