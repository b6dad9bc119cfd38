'use client'
'use no memo'

import type { View } from '#contract/view.ts'
import { GridRun } from '#components/floor/grid-run.tsx'
import type { Run } from '#components/floor/places.ts'

/** Some runs that follow one another; as little of it is in the page as of them. */
export function GridBlock({
  runs,
  layout,
  firstRuns,
  openSpotId,
  tabStop,
}: {
  runs: readonly Run[]
  layout: View['layout']
  firstRuns: ReadonlySet<number>
  openSpotId: number | null
  tabStop: string | null
}) {
  return runs.map(([run, here]) => (
    <GridRun
      key={run}
      places={here}
      layout={layout}
      isFirst={firstRuns.has(run)}
      openSpotId={here.some(({ spotId }) => spotId === openSpotId) ? openSpotId : null}
      tabStop={here.some(({ key }) => key === tabStop) ? tabStop : null}
    />
  ))
}
