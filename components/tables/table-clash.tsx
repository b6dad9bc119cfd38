import type { Table, TableChange, Tables } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { ClashDialog } from './clash-dialog.tsx'
import { factWords } from './fact-words.ts'
import type { TableChanging } from './use-table-change.ts'

/** What another manager has made of a table meanwhile, beside what this one was saving. */
export function TableClash({
  changing: { clash, isBusy, change, forget },
  locations,
  onSettled,
}: {
  changing: TableChanging
  locations: Tables['locations']
  onSettled: () => void
}) {
  const leave = () => {
    if (clash === null) return
    forget()
    onSettled()
  }
  const saveMine = async () => {
    if (clash && (await change(clash.present, clash.mine))) leave()
  }
  return (
    <ClashDialog
      isOpen={clash !== null}
      titles={{ theirs: text.tables.conflictTheirs, mine: text.tables.conflictMine }}
      theirs={
        clash && <Facts facts={theirs(clash.present, clash.base, clash.mine)} of={locations} />
      }
      mine={clash && <Facts facts={clash.mine} of={locations} />}
      isBusy={isBusy}
      onKeepTheirs={leave}
      onSaveMine={() => void saveMine()}
    />
  )
}

function Facts({ facts, of }: { facts: TableChange; of: Tables['locations'] }) {
  return (
    <ul className="list-disc pl-5">
      {factWords(facts, of).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}

/** What they have changed, and what stands where this person was changing something. */
function theirs(present: Table, base: Table, mine: TableChange): TableChange {
  const { name, identifier, area, seats, locationId, state } = present
  const isShown = (field: keyof Table & keyof TableChange) =>
    present[field] !== base[field] || mine[field] !== undefined
  return {
    ...(isShown('name') && { name }),
    ...(isShown('identifier') && { identifier }),
    ...(isShown('area') && { area }),
    ...(isShown('seats') && { seats }),
    ...(isShown('locationId') && { locationId }),
    ...(isShown('state') && { state }),
  }
}
