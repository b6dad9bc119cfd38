import { filterChoices } from '#components/floor/filters.ts'
import { useOverview } from '#components/floor/use-floor.ts'
import { changeView } from '#components/floor/use-view.ts'
import type { Filter, View } from '#contract/view.ts'
import { text } from '#components/text/board.ts'
import { Count } from '#components/ui/count.tsx'

export function FilterRow({ view }: { view: View }) {
  'use no memo'
  const tallies = useOverview((overview) => overview.tallies)
  return (
    <fieldset
      aria-label={text.floor.filters}
      className="scroll-row -my-1 -ml-3.5 flex min-w-0 gap-2 py-1 pr-1 pl-3.5 group-has-[[type=text]:focus]/bar:max-tablet:hidden group-has-[[type=text]:not(:placeholder-shown)]/bar:max-tablet:hidden tablet:-ml-5 tablet:pl-5"
    >
      {filterChoices(tallies, view).map(({ filter, count }) => (
        <FilterButton key={filter} filter={filter} count={count} view={view} />
      ))}
    </fieldset>
  )
}

/** Apart, so that it is drawn when its own number changes and not when another one does. */
function FilterButton({ filter, count, view }: { filter: Filter; count: number; view: View }) {
  return (
    <button
      type="button"
      aria-pressed={filter === view.filter}
      onClick={() => changeView({ ...view, filter: filter === view.filter ? 'all' : filter })}
      className="flex min-h-11 flex-none items-center gap-2 rounded-full border border-edge bg-card px-4 aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
    >
      {text.floor.filter[filter]} <Count of={count} />
    </button>
  )
}
