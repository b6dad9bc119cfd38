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

type Shown = Pick<Overview, 'places' | 'states'>

export function filterChoices({ places, states }: Shown, view: View): FilterChoice[] {
  const counts = new Map<Filter, number>()
  const add = (filter: Filter) => counts.set(filter, (counts.get(filter) ?? 0) + 1)
  for (const [index, state] of states.entries()) {
    const place = places[index]
    if (!place || !isFollowed(place, view)) continue
    add('all')
    add(state)
    if (needsPerson(state)) add('needs_person')
  }
  const rare = tileStates.filter((state) => !lasting.includes(state))
  return [...lasting, ...rare]
    .map((filter) => ({ filter, count: counts.get(filter) ?? 0 }))
    .filter(({ filter, count }) => lasting.includes(filter) || filter === view.filter || count > 0)
}

/** The places that somebody wants to see. */
export function placesShown({ places, states }: Shown, view: View, typed: string): Place[] {
  return places.filter((place, index) => {
    const state = states[index]
    return (
      state !== undefined &&
      isFollowed(place, view) &&
      passes(state, view.filter) &&
      isFound(place, typed)
    )
  })
}
