import { tileState, tileStates } from '#contract/floor.ts'
import type { Tile, TileState } from '#contract/floor.ts'

export type Filter = 'all' | TileState

/** These stand on screen always and each in its place; what is rare comes behind them while there is any. */
const lasting: readonly Filter[] = ['all', 'waiting', 'held', 'open', 'received', 'free']

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

export function passes(tile: Tile, filter: Filter): boolean {
  return filter === 'all' || tileState(tile) === filter
}
