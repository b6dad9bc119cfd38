'use no memo'

import type { Tile } from '#contract/floor.ts'
import { amountWords, stateWords } from '#components/floor/tile-words.ts'
import { wayTo } from '#components/floor/way-to-tile.ts'
import { BoardLink } from '#components/ui/board-link.tsx'

const look = 'block h-full scroll-mt-18 scroll-mb-3'

/**
 * A tile that is not near the screen: its place, and its name for whoever goes by list or by keyboard. It becomes whole
 * before anybody can see it.
 */
export function FarTile({
  tile,
  isOpen,
  isTabStop,
}: {
  tile: Tile
  isOpen: boolean
  isTabStop: boolean
}) {
  return (
    <BoardLink
      href={wayTo(tile)}
      keepsScroll
      data-key={tile.key}
      aria-label={[tile.name, stateWords(tile), amountWords(tile)].filter(Boolean).join(', ')}
      aria-current={isOpen ? 'page' : undefined}
      tabIndex={isTabStop ? 0 : -1}
      className={look}
    >
      {null}
    </BoardLink>
  )
}
