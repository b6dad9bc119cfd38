import { needsPerson, tileState, tileStates } from '#contract/floor.ts'
import type { Tile } from '#contract/floor.ts'
import type { Filter } from '#contract/view.ts'

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

export function filterChoices(tiles: readonly Tile[], chosen: Filter): FilterChoice[] {
  const counts = new Map<Filter, number>([['all', tiles.length]])
  const add = (filter: Filter) => counts.set(filter, (counts.get(filter) ?? 0) + 1)
  for (const state of tiles.map(tileState)) {
    add(state)
    if (needsPerson(state)) add('needs_person')
  }
  const rare = tileStates.filter((state) => !lasting.includes(state))
  return [...lasting, ...rare]
    .map((filter) => ({ filter, count: counts.get(filter) ?? 0 }))
    .filter(({ filter, count }) => lasting.includes(filter) || filter === chosen || count > 0)
}
