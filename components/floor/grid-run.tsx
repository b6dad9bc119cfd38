'use client'

import type { WayToTile } from '#components/floor/way-to-tile.ts'
import type { View } from '#contract/view.ts'
import { GridPlace } from '#components/floor/grid-place.tsx'
import type { Place } from '#components/floor/places.ts'
import { useIsNear } from '#components/floor/use-is-near.ts'
import { useSteady } from '#components/floor/use-steady.ts'

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
  /** Among those that are drawn whole before the browser has told what is on screen. */
  isFirst: boolean
  /** Null where it is none of these. */
  openWay: WayToTile | null
  tabStop: string | null
}) {
  const steady = useSteady(places)
  const { isNear, ref } = useIsNear(isFirst)
  return steady.map(({ key, way }, index) => (
    <GridPlace
      key={key}
      ref={index === 0 || index === steady.length - 1 ? ref : null}
      tileKey={key}
      layout={layout}
      isNear={isNear}
      isOpen={way === openWay}
      isTabStop={key === tabStop}
    />
  ))
}
