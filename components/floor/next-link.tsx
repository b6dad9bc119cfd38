'use client'
'use no memo'

import type { ReactNode } from 'react'
import type { View } from '#contract/view.ts'
import { nextSpotId } from '#components/floor/attention.ts'
import { useNeeding } from '#components/floor/use-needing.ts'
import { text } from '#components/text/board.ts'
import { BoardLink } from '#components/ui/board-link.tsx'

/** How many need this person, and the way to the one who has needed somebody longest. */
export function NextLink({
  view,
  openSpotId,
  className,
  whenNobody = null,
}: {
  view: View
  openSpotId: number | null
  className: string
  whenNobody?: ReactNode
}) {
  const needing = useNeeding(view)
  const spotId = nextSpotId(needing, openSpotId)
  if (spotId === null) return whenNobody
  return (
    <BoardLink
      href={`/spots/${spotId}`}
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
