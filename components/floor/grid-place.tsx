'use client'

import type { Ref } from 'react'
import type { View } from '#contract/view.ts'
import { FarTile } from '#components/floor/far-tile.tsx'
import { Tile } from '#components/floor/tile.tsx'
import { useTileOf } from '#components/floor/use-tile-of.ts'

const heights = { tiles: 'h-37 tablet:h-26.5', list: 'h-15 tablet:h-12' } as const

/** One place of the grid. It looks after its own tile, so that a change draws that one and asks nothing of the others. */
export function GridPlace({
  ref,
  tileKey,
  layout,
  isNear,
  isOpen,
  isTabStop,
}: {
  ref: Ref<HTMLLIElement>
  tileKey: string
  layout: View['layout']
  isNear: boolean
  isOpen: boolean
  isTabStop: boolean
}) {
  const tile = useTileOf(tileKey, isNear)
  return (
    <li ref={ref} className={heights[layout]}>
      {tile &&
        (isNear ? (
          <Tile tile={tile} layout={layout} isOpen={isOpen} isTabStop={isTabStop} />
        ) : (
          <FarTile tile={tile} isOpen={isOpen} isTabStop={isTabStop} />
        ))}
    </li>
  )
}
