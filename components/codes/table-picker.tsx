import { useId } from 'react'
import type { CodedTable } from '#contract/code-sheet.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'

/** Which tables' codes are printed, by area. */
export function TablePicker({
  tables,
  chosen,
  onChoose,
}: {
  tables: readonly CodedTable[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}) {
  const areas = Map.groupBy(tables, ({ area }) => area)
  const choose = (some: readonly CodedTable[], isChosen: boolean) => {
    const next = new Set(chosen)
    for (const { tableId } of some) {
      if (isChosen) next.add(tableId)
      else next.delete(tableId)
    }
    onChoose(next)
  }
  return (
    <details className="rounded-xl border border-edge">
      <summary className="flex min-h-12 items-center gap-2 px-4 font-semibold">
        <span>{text.codes.tables}</span>
        <span className="text-soft">{text.codes.chosen(chosen.size, tables.length)}</span>
      </summary>
      <div className="grid gap-4 border-t border-line p-4">
        <div className="flex gap-2">
          <Button onClick={() => choose(tables, true)}>{text.codes.all}</Button>
          <Button onClick={() => choose(tables, false)}>{text.codes.noneChosen}</Button>
        </div>
        {[...areas].map(([area, ofArea]) => (
          <fieldset key={area ?? ''} className="grid gap-1">
            <legend className="mb-1">
              <Tick
                label={area ?? text.codes.noArea}
                isHead
                isChosen={ofArea.every(({ tableId }) => chosen.has(tableId))}
                onChange={(isChosen) => choose(ofArea, isChosen)}
              />
            </legend>
            <div className="grid gap-x-4 tablet:grid-cols-2 wide:grid-cols-3">
              {ofArea.map((table) => (
                <Tick
                  key={table.tableId}
                  label={table.name}
                  isChosen={chosen.has(table.tableId)}
                  onChange={(isChosen) => choose([table], isChosen)}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </details>
  )
}

function Tick({
  label,
  isHead = false,
  isChosen,
  onChange,
}: {
  label: string
  isHead?: boolean
  isChosen: boolean
  onChange: (isChosen: boolean) => void
}) {
  const id = useId()
  return (
    <label htmlFor={id} className="flex min-h-11 min-w-0 items-center gap-3">
      <input
        id={id}
        type="checkbox"
        checked={isChosen}
        onChange={(event) => onChange(event.target.checked)}
        className="size-5 flex-none accent-ink"
      />
      <bdi className={`min-w-0 truncate ${isHead ? 'font-bold' : ''}`}>{label}</bdi>
    </label>
  )
}
