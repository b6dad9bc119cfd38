'use client'

import useSWRSubscription from 'swr/subscription'
import { address } from '#contract/address.ts'
import type { Tile } from '#contract/floor.ts'
import { browserWorld } from '#components/floor/browser-world.ts'
import { subscribeToFloor } from '#components/floor/subscribe-to-floor.ts'
import type { FloorNews } from '#components/floor/subscribe-to-floor.ts'

const nothingYet: FloorNews = { floor: null, silence: null }

/** The live floor. However many components ask, the page holds one stream. */
export function useFloor(): FloorNews {
  const { data } = useSWRSubscription<FloorNews, never, string>(
    address.floorStream,
    (_key, { next }) => subscribeToFloor((news) => next(null, news), browserWorld),
    { compare: Object.is },
  )
  return data ?? nothingYet
}

/** The tile of one spot; its `revision` says when the spot's own page has to read again. */
export function useTile(spotId: number): Tile | undefined {
  return useFloor().floor?.tiles.find((tile) => tile.spot?.id === spotId)
}
