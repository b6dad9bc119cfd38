import { filterChoices } from '#components/floor/filters.ts'
import type { Filter } from '#components/floor/filters.ts'
import type { Tile } from '#contract/floor.ts'
import { text } from '#components/text/board.ts'

export function FilterRow({
  tiles,
  chosen,
  onChoose,
}: {
  tiles: readonly Tile[]
  chosen: Filter
  onChoose: (filter: Filter) => void
}) {
  return (
    <fieldset
      aria-label={text.floor.filters}
      className="scroll-row min-w-0 -mx-3.5 -my-1 flex gap-2 px-3.5 py-1 tablet:-mx-5 tablet:px-5"
    >
      {filterChoices(tiles, chosen).map(({ filter, count }) => (
        <button
          key={filter}
          type="button"
          aria-pressed={filter === chosen}
          onClick={() => onChoose(filter === chosen ? 'all' : filter)}
          className="flex min-h-11 flex-none items-center gap-2 rounded-full border border-edge bg-card px-4 aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
        >
          {text.floor.filter[filter]} <b>{count}</b>
        </button>
      ))}
    </fieldset>
  )
}
