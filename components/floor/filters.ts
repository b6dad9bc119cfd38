import { tileStates } from '#contract/floor.ts'
import type { Tile } from '#contract/floor.ts'
import { passes } from '#contract/view.ts'
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
  const count = (filter: Filter) => tiles.filter((tile) => passes(tile, filter)).length
  const rare = tileStates.filter((state) => !lasting.includes(state))
  return [...lasting, ...rare]
    .map((filter) => ({ filter, count: count(filter) }))
    .filter(({ filter, count }) => lasting.includes(filter) || filter === chosen || count > 0)
}
