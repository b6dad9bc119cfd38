import type { Table } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Taken } from './taken.ts'

/** Whose an identifier is or was, and what can be done about it. */
export function TakenNotice({
  taken: { taken, isFormer },
  isBusy,
  onReuse,
  onBringBack,
}: {
  taken: Taken
  isBusy: boolean
  onReuse: () => void
  onBringBack: (table: Table) => void
}) {
  return (
    <Notice role="alert" title={text.tables.takenTitle}>
      <ul className="grid gap-3">
        {taken.map((table) => (
          <li key={table.id}>
            <p>{wordsOf(table, isFormer)}</p>
            {!isFormer && table.state === 'retired' && (
              <Button className="mt-2" isBusy={isBusy} onClick={() => onBringBack(table)}>
                {text.tables.bringBackOf(table.name)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isFormer && (
        <Button className="mt-3" isBusy={isBusy} onClick={onReuse}>
          {text.tables.reuse}
        </Button>
      )}
    </Notice>
  )
}

function wordsOf({ name, identifier, state }: Table, isFormer: boolean): string {
  if (isFormer) return text.tables.takenBefore(name)
  return state === 'retired'
    ? text.tables.takenRetired(name, identifier)
    : text.tables.taken(name, identifier)
}
