import type { Table } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { RoundList } from './round-list.ts'
import { timeWords } from './time-words.ts'

/** Which tables nobody has scanned in this round, and which somebody has. */
export function RoundLists({ missing, ticked }: Omit<RoundList, 'all'>) {
  return (
    <>
      {missing.length === 0 && (
        <Notice tone="good" title={text.round.done}>
          {text.round.donePlain}
        </Notice>
      )}
      {missing.map(({ area, tables }) => {
        const title = missing.length === 1 && area === '' ? text.round.missing : titleOf(area)
        return (
          <section key={area} aria-label={title} className="grid gap-2">
            <h2 className="text-xl font-bold tracking-tight">
              <bdi>{title}</bdi>
            </h2>
            <ul className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-2">
              {tables.map((table) => (
                <MissingTable key={table.id} table={table} />
              ))}
            </ul>
          </section>
        )
      })}
      {ticked.length > 0 && <TickedTables tables={ticked} />}
    </>
  )
}

function titleOf(area: string): string {
  return text.round.missingIn(area === '' ? text.floor.noArea : area)
}

function MissingTable({ table: { name, state, checkedAt } }: { table: Table }) {
  return (
    <li className="rounded-xl border border-line bg-card px-3 py-2">
      <bdi className="block text-lg font-bold wrap-anywhere">{name}</bdi>
      <span className="text-sm text-soft">
        {checkedAt === null ? text.round.never : text.round.last(timeWords(checkedAt))}
        {state === 'resting' && ` · ${text.round.rest}`}
      </span>
    </li>
  )
}

function TickedTables({ tables }: { tables: readonly Table[] }) {
  return (
    <details className="rounded-xl border border-line bg-card px-4">
      <summary className="min-h-11 py-2.5 font-bold">
        {text.round.tickedList(tables.length)}
      </summary>
      <ul className="pb-3">
        {tables.map(({ id, name, checkedAt, checkedBy }) => (
          <li key={id} className="flex items-center gap-3 border-t border-line py-2">
            <Icon name="received" className="size-5 text-received" />
            <bdi className="min-w-0 flex-1 font-semibold wrap-anywhere">{name}</bdi>
            <span className="text-sm text-soft">
              {text.round.by(checkedBy ?? '', timeWords(checkedAt ?? 0))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
