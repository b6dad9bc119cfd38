'use client'

import { useRef } from 'react'
import type { View } from '#contract/view.ts'
import { FarTile } from '#components/floor/far-tile.tsx'
import { Tile } from '#components/floor/tile.tsx'
import { useIsNear } from '#components/floor/use-is-near.ts'
import { useTileOf } from '#components/floor/use-tile-of.ts'

const heights = { tiles: 'h-37 tablet:h-26.5', list: 'h-15 tablet:h-12' } as const

/** One place of the grid. It looks after its own tile, so that a change draws that one and asks nothing of the others. */
export function GridPlace({
  tileKey,
  layout,
  isFirst,
  isOpen,
  isTabStop,
}: {
  tileKey: string
  layout: View['layout']
  /** Among those that are drawn whole before the browser has told what is on screen. */
  isFirst: boolean
  isOpen: boolean
  isTabStop: boolean
}) {
  const place = useRef<HTMLLIElement>(null)
  const isNear = useIsNear(place, isFirst)
  const tile = useTileOf(tileKey, isNear)
  return (
    <li ref={place} className={heights[layout]}>
      {tile &&
        (isNear ? (
          <Tile tile={tile} layout={layout} isOpen={isOpen} isTabStop={isTabStop} />
        ) : (
          <FarTile tile={tile} isOpen={isOpen} isTabStop={isTabStop} />
        ))}
    </li>
  )
}
