import type * as z from 'zod/mini'
import { needsPerson, tileState, tileStates } from './floor.ts'
import type { Tile } from './floor.ts'
import type * as schema from './view-schema.ts'

/** How one person wants to see the floor, on whatever device. */
export type View = z.infer<typeof schema.View>

export const filters = ['all', 'needs_person', ...tileStates] as const
export type Filter = (typeof filters)[number]

export const layouts = ['tiles', 'list'] as const

/** Tiles of no area are followed under this name. */
export const NO_AREA = ''

export const defaultView: View = { filter: 'all', layout: 'tiles', areas: [] }

export function passes(tile: Tile, filter: Filter): boolean {
  if (filter === 'all') return true
  const state = tileState(tile)
  if (filter === 'needs_person') return needsPerson(state)
  return state === filter
}

export function areaOf(tile: Pick<Tile, 'area'>): string {
  return tile.area ?? NO_AREA
}

export function isFollowed(tile: Pick<Tile, 'area'>, { areas }: View): boolean {
  return areas.length === 0 || areas.includes(areaOf(tile))
}

/** Whether it is for this person to see to a tile: it stands in an area of theirs, or nobody who looks follows it. */
export function alerts(tile: Tile, view: View, followed: readonly string[] | null): boolean {
  return isFollowed(tile, view) || (followed !== null && !followed.includes(areaOf(tile)))
}
