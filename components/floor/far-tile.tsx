import type { Tile } from '#contract/floor.ts'
import type { View } from '#contract/view.ts'
import { amountWords, stateWords } from '#components/floor/tile-words.ts'
import { BoardLink } from '#components/ui/board-link.tsx'

const heights = { tiles: 'h-37 tablet:h-26.5', list: 'h-15 tablet:h-12' } as const

/**
 * A tile that is not near the screen: its place, and its name for whoever goes by list or by keyboard. It becomes whole
 * before anybody can see it.
 */
export function FarTile({
  tile,
  layout,
  isOpen,
  isTabStop,
}: {
  tile: Tile
  layout: View['layout']
  isOpen: boolean
  isTabStop: boolean
}) {
  const look = `block scroll-mt-18 scroll-mb-3 ${heights[layout]}`
  if (!tile.spot) return <div className={look} />
  return (
    <BoardLink
      href={`/spots/${tile.spot.id}`}
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
