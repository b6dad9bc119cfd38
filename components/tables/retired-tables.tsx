import type { Table } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'

/** The tables that are no more, with the way back for each. */
export function RetiredTables({
  tables,
  isBusy,
  onBringBack,
}: {
  tables: readonly Table[]
  isBusy: boolean
  onBringBack: (table: Table) => void
}) {
  if (tables.length === 0) return null
  return (
    <section aria-label={text.tables.retired} className="mt-8">
      <h2 className="text-xl font-bold tracking-tight">{text.tables.retired}</h2>
      <p className="text-soft">{text.tables.retiredPlain}</p>
      <ul className="mt-2 rounded-2xl border border-line bg-card px-2">
        {tables.map((table) => (
          <li
            key={table.id}
            className="flex flex-wrap items-center gap-2 border-b border-line py-1.5 pl-2.5 last:border-0"
          >
            <span className="min-w-32 flex-1 [overflow-wrap:anywhere]">
              <bdi className="font-semibold">{table.name}</bdi>
              {table.identifier !== table.name && (
                <bdi className="ml-3 text-sm text-soft">{table.identifier}</bdi>
              )}
            </span>
            <Button
              className="min-h-12"
              aria-label={text.tables.bringBackOf(table.name)}
              disabled={isBusy}
              onClick={() => onBringBack(table)}
            >
              {text.tables.bringBack}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
