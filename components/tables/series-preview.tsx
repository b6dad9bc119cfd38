import type { Table } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'

/** What a series would add, and which tables of it are there already. */
export function SeriesPreview({
  fresh,
  known,
}: {
  fresh: readonly string[]
  known: readonly Table[]
}) {
  return (
    <section aria-label={text.tables.seriesTitle} className="rounded-xl border border-line p-3">
      <p aria-live="polite" className="font-semibold">
        {text.tables.seriesAdds(fresh.length)}
      </p>
      {fresh.length > 0 && (
        <ul className="mt-2 flex max-h-28 flex-wrap gap-1.5 overflow-y-auto">
          {fresh.map((identifier) => (
            <li key={identifier} className="rounded-lg bg-line px-2 py-0.5">
              <bdi>{identifier}</bdi>
            </li>
          ))}
        </ul>
      )}
      {known.length > 0 && (
        <p className="mt-2 text-sm text-soft [overflow-wrap:anywhere]">
          {text.tables.seriesKnown(known.map(nameWithState).join(', '))}
        </p>
      )}
    </section>
  )
}

function nameWithState({ name, state }: Table): string {
  return state === 'in_use' ? name : `${name} (${text.tables.states[state]})`
}
