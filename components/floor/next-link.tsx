'use no memo'

import type { Tile } from '#contract/floor.ts'
import { nextWay } from '#components/floor/attention.ts'
import type { WayToTile } from '#components/floor/way-to-tile.ts'
import { text } from '#components/text/board.ts'
import { BoardLink } from '#components/ui/board-link.tsx'

/** How many need this person, and the way to the one who has needed somebody longest. */
export function NextLink({
  needing,
  openWay,
  className,
}: {
  needing: readonly Tile[]
  openWay: WayToTile | null
  className: string
}) {
  const way = nextWay(needing, openWay)
  if (way === null) {
    return (
      <p className={`flex items-center justify-center text-soft ${className}`}>
        {text.floor.nobody}
      </p>
    )
  }
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
