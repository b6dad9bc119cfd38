'use client'

import type { Tile } from '#contract/floor.ts'
import type { View } from '#contract/view.ts'
import { now } from '#components/clock/clock.ts'
import { everybodys, needingMe } from '#components/floor/attention.ts'
import { useNews, useNewsWithClock, useOverview } from '#components/floor/use-floor.ts'
import { useSteady } from '#components/floor/use-steady.ts'

/** The tiles that it is for this person to see to: the same list for as long as nothing about them changes. */
export function useNeeding(view: View): readonly Tile[] {
  const needing = useOverview((overview) => overview.needing)
  const followed = useNews(({ floor }) => floor?.followed ?? null)
  // A payment becomes everybody's by its age, of which no news tells.
  useNewsWithClock(({ floor }, at) => everybodys(floor, at).length)
  return useSteady(needingMe(needing, followed, view, now()))
}
