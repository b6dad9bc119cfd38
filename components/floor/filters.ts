import { needsPerson, tileStates } from '#contract/floor.ts'
import { isFollowed, passes } from '#contract/view.ts'
import type { Filter, View } from '#contract/view.ts'
import { isFound } from '#components/floor/find-tiles.ts'
import type { Overview } from '#components/floor/overview.ts'
import type { Place } from '#components/floor/places.ts'

/** These stand on screen always and each in its place; what is rare comes behind them while there is any. */
const lasting: readonly Filter[] = [
  'all',
  'needs_person',
  'waiting',
  'held',
  'open',
  'received',
  'free',
]

export interface FilterChoice {
  filter: Filter
  count: number
}

export function filterChoices(tallies: Overview['tallies'], view: View): FilterChoice[] {
  const counts = new Map<Filter, number>()
  const add = (filter: Filter, count: number) =>
    counts.set(filter, (counts.get(filter) ?? 0) + count)
  for (const [area, tally] of tallies) {
    if (!isFollowed({ area }, view)) continue
    for (const state of tileStates) {
      const count = tally[state] ?? 0
      add('all', count)
      add(state, count)
      if (needsPerson(state)) add('needs_person', count)
    }
  }
  const rare = tileStates.filter((state) => !lasting.includes(state))
  return [...lasting, ...rare]
    .map((filter) => ({ filter, count: counts.get(filter) ?? 0 }))
    .filter(({ filter, count }) => lasting.includes(filter) || filter === view.filter || count > 0)
}

/** The places that somebody wants to see. */
export function placesShown(
  { places, tiles }: Overview,
  view: View,
  typed: string,
): readonly Place[] {
  if (view.filter === 'all' && view.areas.length === 0 && typed === '') return places
  return places.filter((place, index) => {
    const tile = tiles[index]
    return tile && isFollowed(place, view) && passes(tile, view.filter) && isFound(tile, typed)
  })
}
