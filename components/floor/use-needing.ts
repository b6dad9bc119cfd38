'use client'

import type { Tile } from '#contract/floor.ts'
import type { View } from '#contract/view.ts'
import { needingMe } from '#components/floor/attention.ts'
import { useNews, useOverview } from '#components/floor/use-floor.ts'
import { useSteady } from '#components/floor/use-steady.ts'

/** The tiles that it is for this person to see to: the same list for as long as nothing about them changes. */
export function useNeeding(view: View): readonly Tile[] {
  const { needing } = useOverview()
  const followed = useNews(({ floor }) => floor?.followed ?? null)
  return useSteady(needingMe(needing, followed, view))
}
