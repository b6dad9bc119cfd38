'use client'
'use no memo'

import { useParams } from 'next/navigation'
import type { WayToTile } from '#components/floor/way-to-tile.ts'

/** The way to the place whose page is open, or to whose table it belongs; null on any other page. */
export function useOpenWay(): WayToTile | null {
  const { spotId, tableId } = useParams<{ spotId?: string; tableId?: string }>()
  if (spotId !== undefined) return `/spots/${Number(spotId)}`
  return tableId === undefined ? null : `/tables/${tableId}`
}
