'use client'

import type { View } from '#contract/view.ts'
import { GridPlace } from '#components/floor/grid-place.tsx'
import type { Place } from '#components/floor/places.ts'
import { useSteady } from '#components/floor/use-steady.ts'
import type { WayToTile } from '#components/floor/way-to-tile.ts'

/** Some places in a row. There is nothing of it in the page: it parts what React walks through. */
export function GridRun({
  places,
  layout,
  isFirst,
  openWay,
  tabStop,
}: {
  places: readonly Place[]
  layout: View['layout']
  isFirst: boolean
  /** Null where it is none of these. */
  openWay: WayToTile | null
  tabStop: string | null
}) {
  const steady = useSteady(places)
  return steady.map(({ key, way }) => (
    <GridPlace
      key={key}
      tileKey={key}
      layout={layout}
      isFirst={isFirst}
      isOpen={way === openWay}
      isTabStop={key === tabStop}
    />
  ))
}
