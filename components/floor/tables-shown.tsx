'use client'

import type { WayToTile } from '#components/floor/way-to-tile.ts'
import type { View } from '#contract/view.ts'
import { placesShown } from '#components/floor/filters.ts'
import { TileGrid } from '#components/floor/tile-grid.tsx'
import { useOverview } from '#components/floor/use-floor.ts'
import { useSteady } from '#components/floor/use-steady.ts'
import { changeView } from '#components/floor/use-view.ts'
import { text } from '#components/text/board.ts'
import { Button } from '#components/ui/button.tsx'

/** Every table that somebody wants to see. What the compiler keeps is drawn anew only when others are to be seen. */
export function TablesShown({
  view,
  typed,
  openWay,
  onEmptyField,
}: {
  view: View
  typed: string
  openWay: WayToTile | null
  onEmptyField: () => void
}) {
  const overview = useOverview((all) => all)
  const places = useSteady(placesShown(overview, view, typed))
  return (
    <>
      <TileGrid
        places={places}
        hasHeadings={overview.areas.length > 1}
        layout={view.layout}
        openWay={openWay}
        scope={`${view.filter} ${view.layout} ${view.areas.join(' ')} ${typed}`}
      />
      {places.length === 0 && (
        <div className="grid justify-items-start gap-3 py-6">
          <p>{text.floor.noneMatch}</p>
          <Button
            onClick={() => {
              changeView({ ...view, filter: 'all', areas: [] })
              onEmptyField()
            }}
          >
            {text.floor.showAll}
          </Button>
        </div>
      )}
    </>
  )
}
