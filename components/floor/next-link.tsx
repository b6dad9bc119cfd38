'use client'
'use no memo'

import type { WayToTile } from '#components/floor/way-to-tile.ts'
import type { ReactNode } from 'react'
import type { View } from '#contract/view.ts'
import { nextWay } from '#components/floor/attention.ts'
import { useNeeding } from '#components/floor/use-needing.ts'
import { text } from '#components/text/board.ts'
import { BoardLink } from '#components/ui/board-link.tsx'

/** How many need this person, and the way to the one who has needed somebody longest. */
export function NextLink({
  view,
  openWay,
  className,
  whenNobody = null,
}: {
  view: View
  openWay: WayToTile | null
  className: string
  whenNobody?: ReactNode
}) {
  const needing = useNeeding(view)
  const way = nextWay(needing, openWay)
  if (way === null) return whenNobody
  return (
    <BoardLink
      href={way}
      keepsScroll
      aria-keyshortcuts="n"
      className={`relative block bg-ink font-semibold whitespace-nowrap text-paper ${className}`}
    >
      {/* Laid out by itself: a number that changes must not have the browser lay out the page. */}
      <span className="absolute inset-0 flex items-center justify-center [contain:size_layout]">
        {text.floor.next(needing.length)}
      </span>
    </BoardLink>
  )
}
