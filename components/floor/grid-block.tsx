'use client'
'use no memo'

import type { WayToTile } from '#components/floor/way-to-tile.ts'
import type { View } from '#contract/view.ts'
import { GridRun } from '#components/floor/grid-run.tsx'
import type { Run } from '#components/floor/places.ts'

/** Some runs that follow one another; as little of it is in the page as of them. */
export function GridBlock({
  runs,
  layout,
  firstRuns,
  openWay,
  tabStop,
}: {
  runs: readonly Run[]
  layout: View['layout']
  firstRuns: ReadonlySet<number>
  openWay: WayToTile | null
  tabStop: string | null
}) {
  return runs.map(([run, here]) => (
    <GridRun
      key={run}
      places={here}
      layout={layout}
      isFirst={firstRuns.has(run)}
      openWay={here.some(({ way }) => way === openWay) ? openWay : null}
      tabStop={here.some(({ key }) => key === tabStop) ? tabStop : null}
    />
  ))
}
